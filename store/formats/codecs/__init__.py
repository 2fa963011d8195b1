"""The formats, each a module of its own; whatever module stands here is registered.

A format that is long has a second module for the way back (`brat_import`).
"""

from importlib import import_module
from pkgutil import iter_modules

from store.formats.registry import EXPORTS, IMPORTS

__all__ = ["EXPORTS", "IMPORTS"]

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
