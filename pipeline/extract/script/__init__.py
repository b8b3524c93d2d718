"""Mail addresses that scripts would write, worked out without running anything (a small part of ECMA-262)."""
