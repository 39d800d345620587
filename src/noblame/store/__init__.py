"""Sessions on disk: codec, reading, atomic save, writer thread, merge, workspace.

The only package that writes what belongs to the user.
"""
