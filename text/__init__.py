"""Every word that a user reads: catalogues by gettext, numbers by Babel. No screen, no model."""

from text.catalogue import t, tn

__all__ = ["t", "tn"]
