"""Pure functions of a record: what it means, counts and looks like. Nothing here sees a screen, a clock or a file.

Time: `durations`, `phases`, `gaps`, `missing`. Causes: `graph`, `questions`, `logic`, `cutsets`, `consequence`,
`answers`, `coverage`, `categories`. Drawings: `whys`, `fishbone`, `faulttree`, laid out in `cells` on a `canvas`. The meeting:
`pace`, `triggers`, `roster`.
"""
