"""The talk itself: who said what about which item, field and dimension."""
