from noblame.analysis.canvas import Canvas, Span, joined


def test_text_stands_where_it_was_put_and_neighbours_of_one_tone_join():
    canvas = Canvas(8, 2)
    canvas.put(0, 1, "ab", "muted")
    canvas.put(0, 3, "c", "muted")
    canvas.put(1, 0, "磁x", "focus", "c4")
    drawing = canvas.drawing()
    assert drawing.text == " abc\n磁x"
    assert drawing.lines[0] == (Span(" "), Span("abc", "muted"))
    assert drawing.lines[1] == (Span("磁x", "focus", "c4"),)
    assert drawing.width == 4
    assert drawing.rows_of("c4") == (1,)


def test_what_would_fall_outside_is_left_out():
    canvas = Canvas(4, 1)
    canvas.put(0, 2, "日本")
    canvas.put(0, -1, "xy")
    canvas.put(5, 0, "far below")
    assert canvas.drawing().text == "y 日"


def test_blanks_at_the_end_of_a_line_go():
    assert joined([Span("a "), Span(" ", "muted")]) == (Span("a"),)
