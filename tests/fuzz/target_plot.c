/*
 * Any text in a figure: in gnuplot's program it is a literal string on its own line, in the CSV a cell. The first byte chooses the
 * template, the next three the figure's size; the lines are its texts.
 */
#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "base/utf8.h"
#include "figures/plot_script.h"
#include "fuzz.h"
#include "store/plain_words.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- gnuplot ---- */

/* Reads a literal of gnuplot at *at, as 'a' . "\047" . 'b', and moves *at behind it. */
static char *read_literal(const char **at)
{
    static const char joint[] = " . \"\\047\" . '";
    const char *s = *at;
    struct text out = {0};

    FUZZ_CHECK(*s++ == '\'');
    for (;; s++) {
        FUZZ_CHECK((unsigned char)*s >= ' ' && *s != 0x7f);
        if (*s == '\'' && text_starts_with(s + 1, joint)) {
            text_addn(&out, "'", 1);
            s += sizeof joint - 1;
        } else if (*s == '\'') {
            break;
        } else {
            text_addn(&out, s, 1);
        }
    }
    *at = s + 1;
    return out.s ? out.s : xstrdup("");
}

/* The text as a figure shows it: control characters and marks of direction as blanks, bytes that are not UTF-8 as question
 * marks. */
static char *drawn(const char *s)
{
    char *text = fuzz_utf8(s ? s : "", "?");
    struct text out = {0};

    for (int n, i = 0; text[i]; i += n) {
        n = utf8_length(text + i);
        if ((unsigned char)text[i] < ' ' || utf8_control(text + i, n))
            text_adds(&out, " ");
        else
            text_addn(&out, text + i, (size_t)n);
    }
    free(text);
    return out.s ? out.s : xstrdup("");
}

/* Fails unless the program has the line "NAME = LITERAL" with this text, once. */
static void check_line(const char *program, const char *name, const char *text)
{
    char *start = format_new("\n%s = ", name), *want = drawn(text), *got;
    const char *at = strstr(program, start);

    FUZZ_CHECK(at);
    at += strlen(start);
    got = read_literal(&at);
    FUZZ_CHECK(*at == '\n' && strcmp(got, want) == 0);
    free(start);
    free(want);
    free(got);
}

/* Every line before the template is a comment, a row of a block, or a statement whose strings end. */
static void check_lines(const char *program)
{
    const char *end = strstr(program, "\nguides = ");

    FUZZ_CHECK(end);
    for (const char *s = program; s < end; s++) {
        if (*s == '#')
            s += strcspn(s, "\n");
        else if (*s == '\'')
            free(read_literal(&s)), s--;
    }
}

static void check_script(const struct plot_figure *f)
{
    struct text out = {0};
    char name[40], *title;

    plot_script(&out, f);
    check_lines(text_str(&out));
    check_line(text_str(&out), "title", f->title);
    check_line(text_str(&out), "caption", f->caption);
    check_line(text_str(&out), "x_label", f->x_label);
    for (int i = 0; i < f->count; i++) {
        snprintf(name, sizeof name, "label[%d]", i + 1);
        check_line(text_str(&out), name, f->series[i].label);
    }
    for (int i = 0; i < f->panels; i++) {
        snprintf(name, sizeof name, "panel_title[%d]", i + 1);
        title = title_in_words(f->panel[i].title);
        check_line(text_str(&out), name, title);
        free(title);
    }
    text_clear(&out);
}

/* ---- CSV ---- */

/* True when the cell shows the text, with an apostrophe before it where a spreadsheet would take it for a formula. */
static bool shows(const char *cell, const char *text)
{
    char *shown = fuzz_shown(text);
    bool formula = strchr("=+-@\t\r", *text) && *text, same;

    same = strcmp(cell, shown) == 0 || (formula && *cell == '\'' && strcmp(cell + 1, shown) == 0);
    free(shown);
    return same && (!formula || *cell == '\'' || number_is(text));
}

static void check_csv(const struct plot_figure *f)
{
    struct text out = {0};
    struct list cells = {0};
    const char *at;
    int rows = 0;

    plot_csv(&out, f);
    for (at = text_str(&out); *at; rows++) {
        fuzz_read_csv(&at, &cells);
        FUZZ_CHECK(cells.count == 7);
        if (rows > 0 && rows <= f->rows) {
            const struct plot_row *r = &f->row[rows - 1];

            FUZZ_CHECK(shows(cells.item[0], f->panel[r->panel].title));
            FUZZ_CHECK(shows(cells.item[1], f->series[r->series].label));
        }
        list_clear(&cells);
    }
    FUZZ_CHECK(rows == 1 + f->rows + f->guides);
    text_clear(&out);
}

/* ---- a figure ---- */

static void fill(struct plot_figure *f, struct fuzz_input *in)
{
    int panels = (int)(fuzz_byte(in) % 3), series = (int)(fuzz_byte(in) % 4);
    bool categories = fuzz_byte(in) & 1;

    f->name = xstrdup("figure");
    f->title = fuzz_line(in);
    f->caption = fuzz_line(in);
    f->x_label = fuzz_line(in);
    f->y_label = fuzz_line(in);
    for (int i = 0; i < panels; i++)
        plot_add_panel(f, fuzz_line(in));
    for (int i = 0; i < series; i++) {
        char *label = fuzz_line(in);

        plot_series_index(f, label, label, LOOK_LINE);
        free(label);
    }
    for (int i = 0; categories && i < 2; i++)
        array_add(f->category, f->categories) = fuzz_line(in);
    for (int p = 0; p < f->panels; p++)
        for (int s = 0; s < f->count; s++)
            plot_add_row(f, (struct plot_row){PLOT_MEAN, p, s, 1 + s, 0.5 * p, NAN, INFINITY});
    if (f->panels)
        array_add(f->guide, f->guides) = (struct plot_guide){0, 0.5, fuzz_line(in)};
}

static void run(const char *data, size_t size)
{
    static const enum plot_template templates[] = {PLOT_LINES, PLOT_HEAT, PLOT_BARS, PLOT_FOREST,
                                                   PLOT_SCATTER};
    struct fuzz_input in = {data, size};
    struct plot_figure f = {.template = templates[fuzz_byte(&in) % 5]};

    fill(&f, &in);
    check_script(&f);
    check_csv(&f);
    plot_figure_clear(&f);
}

const struct fuzz_target fuzz_plot = {.name = "plot", .most = 512, .run = run};
