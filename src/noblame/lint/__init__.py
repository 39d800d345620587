"""Quiet advice on what a record still lacks. Rules read the words; they never block and never rewrite.

`readiness` looks at one action, `numbers` at percentages, `completeness` at the whole document.
"""
