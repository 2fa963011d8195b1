"""How exact coordinates are, in the numbers of two codebooks."""

from extract.vocabulary import Extent

_ACLED = {
    Extent.POINT: 1,
    Extent.AROUND: 2,
    Extent.DISTRICT: 2,
    Extent.PART: 2,
    Extent.DIVISION: 3,
    Extent.LANDSCAPE: 3,
}
_UCDP = {
    Extent.POINT: 1,
    Extent.AROUND: 2,
    Extent.DISTRICT: 3,
    Extent.PART: 4,
    Extent.DIVISION: 4,
    Extent.LANDSCAPE: 5,
    Extent.COUNTRY: 6,
    Extent.WATER: 7,
}


def acled_precision(extent: Extent) -> int | None:
    """Return ACLED's `geo_precision`, by the ACLED Codebook, "Geo-precision".

    1: a particular town is reported, and its coordinates are known. 2: a small part of a region, or
    near a town; the town stands for it. 3: a larger region; a natural feature or the provincial
    capital stands for it. None for a whole country or a sea, which ACLED does not code.

    >>> acled_precision(Extent.AROUND)
    2
    """
    return _ACLED.get(extent)


def ucdp_precision(extent: Extent) -> int:
    """Return UCDP's `where_prec`, by the UCDP GED Codebook, "where_prec".

    1: the exact place. 2: within about 25 km of a known point. 3: a second-order administrative
    division. 4: a first-order one. 5: a linear feature or a region that is none of these. 6: the
    country. 7: international waters or airspace.

    >>> ucdp_precision(Extent.DIVISION)
    4
    """
    return _UCDP[extent]
