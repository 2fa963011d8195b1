"""Many reports: read in several processes or on a cluster, in order, without holding them all."""
