"""noblame runs a blameless postmortem meeting from one terminal.

The map
=======

An arrow ``a <- b`` means that b may import a; nothing else may be imported, and a test
holds it::

    model  <-  analysis  lint  capture  <-  store  importers  exporters  <-  editor  <-  ui
                                                                             editor  <-  cli

``model``
    Frozen pydantic models of the record and the cleaning of outside text. Immutable: an
    edit is ``old -> new`` and keeps the identity of whatever it did not touch.
``analysis``
    Pure functions of a record: phases, gaps, cut sets, coverage, drawings laid out in cells.
``lint``
    Quiet advice: readiness of actions, completeness of the document.
``capture``
    The grammar of the one line that everything is typed into. Total: any text means something.
``store``
    TOML codec, atomic save, writer thread, workspace. The only writer of user files.
``importers``, ``exporters``
    One module a format behind a registry; nothing branches on a format's name.
``editor``
    The one way to change a record, for terminal and command line alike; undo and redo;
    the edits as named functions; commands, declared once.
``ui``
    The Textual program. Panes draw the record and send edits; they hold cursor, scroll, draft.
``cli``
    Parses, calls, prints. Imports ``ui`` only inside the commands that open the screen.

Only ``cli`` and ``ui`` read the clock and the environment: time is passed in. Files at the top
of the repository, ``styles`` and ``sessions``, travel inside the wheel as ``noblame/styles``
and ``noblame/sessions``.

Glossary
========

record
    Everything known of one incident and its meeting; one TOML file, also called a session.
event
    A row of the timeline: an instant, a kind, the words, who, evidence.
cause
    A node of the causal graph. *Effects* are what has to be explained, *safeguards* what held
    or failed. A node with several causes has a *join*: any of them, all of them, k of them.
cut set
    A set of causes that together are enough for the effect; *minimal* if none can be spared.
action
    A promise to change something: ready when it is specific, assigned, time-bounded,
    verifiable and prioritised (SATVP).
remedy
    A fix that was offered before its time; thanked, held, and brought back at Actions.
part
    One of the five panes of the meeting: opening, timeline, analysis, actions, closing.
block
    A timed stretch of the agenda; one part may hold several.
"""

__version__ = "0.1.0"
