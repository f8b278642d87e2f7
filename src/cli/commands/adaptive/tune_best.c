/* Prints the best values of a tuning. */
#include "base/arena.h"
#include "base/formats/json.h"
#include "base/formats/values.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/commands/adaptive/tune_output.h"
#include "cli/listing.h"
#include "train/trial.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the axes that name a cell ---- */

static const char *value_of(const struct tune_cell *c, const char *axis)
{
    const char *value = config_get(c->config, axis);

    return value ? value : "";
}

static bool varies(const struct tune *t, const char *axis)
{
    for (int i = 1; i < t->cells; i++)
        if (strcmp(value_of(&t->cell[i], axis), value_of(&t->cell[0], axis)))
            return true;
    return false;
}

/* True when each panel has one value of the axis, as often of net: the name of the panel then says it. */
static bool goes_with_panel(const struct tune *t, const char *axis)
{
    for (int i = 0; i < t->cells; i++)
        for (int k = 0; k < i; k++)
            if (strcmp(value_of(&t->cell[i], "panel"), value_of(&t->cell[k], "panel")) == 0 &&
                strcmp(value_of(&t->cell[i], axis), value_of(&t->cell[k], axis)))
                return false;
    return strcmp(axis, "panel") != 0 && varies(t, "panel");
}

/* Returns the axes that name a cell: the norm, and those in which cells differ, but not those that go with the panel. */
static struct list naming_axes(const struct tune *t)
{
    struct list axes = {0};

    for (int a = 0; a < t->sweep->axes; a++) {
        const char *axis = t->sweep->axis[a];
        bool norm = strcmp(axis, "norm") == 0 && *value_of(&t->cell[0], axis);

        if (strcmp(axis, t->key) && (norm || (varies(t, axis) && !goes_with_panel(t, axis))))
            list_add(&axes, axis);
    }
    return axes;
}

/* Returns the name of a cell, as "norm=none batch=2", in a new string. */
static char *cell_name(const struct tune_cell *c, const struct list *axes)
{
    struct text t = {0};

    for (int a = 0; a < axes->count; a++) {
        text_adds(&t, a ? " " : "");
        config_print_pair(axes->item[a], value_of(c, axes->item[a]), &t);
    }
    return t.s ? t.s : xstrdup("all trials");
}

/* ---- the command to go on ---- */

static bool is_axis(const struct sweep *s, const char *key)
{
    for (int a = 0; a < s->axes; a++)
        if (strcmp(s->axis[a], key) == 0)
            return true;
    return false;
}

/* Returns the key of a word KEY=VALUE, by its present name when it is an old one: a new string. */
static char *key_of(const char *word)
{
    char *key = xstrndup(word, strcspn(word, "="));
    char *now = xstrdup(trial_key_now(key));

    free(key);
    return now;
}

/* True when the user's words have the key. */
static bool gives(const struct tune_request *q, const char *key)
{
    bool found = false;

    for (int i = 0; i < q->words; i++) {
        char *own = key_of(q->word[i]);

        found = found || strcmp(own, key) == 0;
        free(own);
    }
    return found;
}

/* Adds KEY=VALUE to a shell's line. list: the command reads a list of values, so commas within the value are escaped. */
static void add_word(struct text *line, const char *key, const char *value, bool list)
{
    struct text word = {0};

    text_add(&word, "%s=", key);
    (list ? values_add : text_adds)(&word, value);
    text_adds(line, " ");
    text_add_shell(line, word.s);
    text_clear(&word);
}

/* Returns the command that trains the cell with its best value on all training samples, as a new string for a shell. It
 * repeats the user's words, but has this cell's values of the axes and of the tuned key. */
static char *command_for(const struct tune *t, const struct tune_cell *c,
                         const struct tune_request *q, const struct list *axes)
{
    struct text line = {0};

    text_adds(&line, q->experiment ? "normlab run " : "normlab trial");
    if (q->experiment)
        text_add_shell(&line, q->experiment);
    if (q->preset)
        text_add(&line, " --preset %s", q->preset);
    for (int i = 0; i < q->words; i++) {
        char *key = key_of(q->word[i]);

        if (strcmp(key, t->key) && strcmp(key, "seed") && strcmp(key, "seeds") &&
            !is_axis(t->sweep, key)) {
            char *word = q->experiment ? xstrdup(q->word[i]) : value_single(q->word[i]);

            text_adds(&line, " ");
            text_add_shell(&line, word);
            free(word);
        }
        free(key);
    }
    for (int a = 0; a < t->sweep->axes; a++) {
        const char *axis = t->sweep->axis[a];

        if (strcmp(axis, t->key) && (list_has(axes, axis) || gives(q, axis)))
            add_word(&line, axis, value_of(c, axis), q->experiment);
    }
    add_word(&line, t->key, c->value[c->best].text, q->experiment);
    if (q->experiment && strcmp(q->root, ".")) {
        text_adds(&line, " --out ");
        text_add_shell(&line, q->root);
    }
    return line.s;
}

/* ---- the best values ---- */

/* Returns the number of decimals to print: 2 of an error in %, 4 of a loss. */
static int decimals_of(enum metric m)
{
    return strcmp(metric_info[m].unit, "%") == 0 ? 2 : 4;
}

static void add_values_json(struct listing *l, const struct tune *t, const struct tune_cell *c)
{
    json_name(&l->line, "values");
    text_adds(&l->line, "[");
    for (int k = 0; k < c->values; k++) {
        const struct tune_value *v = &c->value[k];

        json_item(&l->line);
        text_adds(&l->line, "{");
        json_text(&l->line, "value", v->text);
        json_number(&l->line, "last_round", t->rounds - v->left);
        json_number(&l->line, "epochs", v->epochs);
        json_number(&l->line, "seeds", v->seeds);
        json_number(&l->line, "unsuccessful", v->scored ? v->unsuccessful : NAN);
        json_number(&l->line, "validation",
                    v->scored ? stats_moments(v->seeds, v->validation).mean : NAN);
        json_flag(&l->line, "close", tune_is_close(c, k));
        text_adds(&l->line, "}");
    }
    text_adds(&l->line, "]");
}

static void print_interval(struct listing *l, const struct interval *i, int decimals)
{
    char text[48] = "-";

    if (l->json) {
        json_number(&l->line, "validation_low", i->low);
        json_number(&l->line, "validation_high", i->high);
        return;
    }
    if (isfinite(i->low))
        number_format(text, sizeof text, "%.*f to %.*f", decimals, i->low, decimals, i->high);
    listing_text(l, "interval", text, 16);
}

/* Returns "largest" or "smallest" when the best value is at that end of the values; else "". */
static const char *end_word(const struct tune_cell *c)
{
    bool largest, end = tune_is_at_end(c, &largest);

    return !end ? "" : largest ? "largest" : "smallest";
}

static void print_cell(struct listing *l, const struct tune *t, const struct tune_cell *c,
                       const struct tune_request *q, const struct list *axes, const int *width)
{
    static const struct tune_value none = {.text = "-"};
    const struct tune_value *best = c->best < 0 ? &none : &c->value[c->best];
    struct interval error = tune_interval(best, best->validation, c->validation),
                    test = tune_interval(best, best->test, c->test);

    listing_line(l);
    for (int a = 0; a < axes->count; a++)
        listing_text(l, axes->item[a], value_of(c, axes->item[a]), width[a]);
    listing_json(l, "key", t->key);
    listing_text(l, "best", best == &none && l->json ? NULL : best->text, width[axes->count]);
    listing_json(l, "metric", metric_info[c->validation].name);
    listing_number(l, "validation", error.mean, 10, decimals_of(c->validation));
    print_interval(l, &error, decimals_of(c->validation));
    listing_number(l, "test", test.mean, 10, decimals_of(c->test));
    listing_number(l, "seeds", best->seeds, 5, 0);
    if (l->json) {
        json_number(&l->line, "unsuccessful", best == &none ? NAN : best->unsuccessful);
        json_number(&l->line, "epochs", best == &none ? NAN : best->epochs);
    }
    listing_text(l, "end", end_word(c), 0);
    if (l->json) {
        char *command = best == &none ? NULL : command_for(t, c, q, axes);

        add_values_json(l, t, c);
        json_text(&l->line, "command", command);
        free(command);
    }
    listing_line_end(l);
}

/* Returns the widths of the columns of the axes, then that of the best value, in a new array [axes->count + 1]. */
static int *widths_of(const struct tune *t, const struct list *axes)
{
    int *width = xcalloc((size_t)axes->count + 1, sizeof *width);

    for (int a = 0; a <= axes->count; a++)
        width[a] = (int)strlen(a < axes->count ? axes->item[a] : t->key);
    for (int i = 0; i < t->cells; i++) {
        const struct tune_cell *c = &t->cell[i];

        for (int a = 0; a <= axes->count; a++) {
            const char *text = a < axes->count ? value_of(c, axes->item[a])
                               : c->best < 0   ? "-"
                                               : c->value[c->best].text;
            int n = (int)strlen(text);

            width[a] = n > width[a] ? n : width[a];
        }
    }
    return width;
}

static void print_heading(struct listing *l, const struct tune *t, const struct list *axes,
                          const int *width)
{
    for (int a = 0; a < axes->count; a++)
        listing_heading(l, axes->item[a], -width[a]);
    listing_heading(l, t->key, -width[axes->count]);
    listing_heading(l, metric_info[t->cell[0].validation].name, 10);
    listing_heading(l, "95 % interval", -16);
    listing_heading(l, metric_info[t->cell[0].test].name, 10);
    listing_heading(l, "seeds", 5);
    listing_heading(l, "end", 0);
    listing_headings_end(l);
}

/* Prints what the trials do not tell about the cell, in a line each. */
static void print_remarks(const struct tune *t, const struct tune_cell *c, const struct list *axes)
{
    char *name = cell_name(c, axes);
    struct text close = {0};
    bool largest;

    for (int k = 0; k < c->values; k++)
        if (tune_is_close(c, k))
            text_add_item(&close, ", ", "%s", c->value[k].text);
    if (c->best < 0)
        printf("%s: no value of %s has a trial that ended well\n", name, t->key);
    if (tune_is_at_end(c, &largest))
        printf("%s: %s=%s is the %s value: a %s one may be better\n", name, t->key,
               c->value[c->best].text, largest ? "largest" : "smallest",
               largest ? "larger" : "smaller");
    if (close.length)
        printf("%s: the seeds do not tell whether %s=%s is better than %s\n", name, t->key,
               c->value[c->best].text, close.s);
    if (c->best >= 0 && c->value[c->best].unsuccessful)
        printf("%s: with %s=%s %d of %d seed%s diverged, were refused or failed\n", name, t->key,
               c->value[c->best].text, c->value[c->best].unsuccessful, c->value[c->best].seeds,
               plural(c->value[c->best].seeds));
    text_clear(&close);
    free(name);
}

void tune_print_best(const struct tune *t, const struct tune_request *q)
{
    struct listing l = {.json = q->json};
    struct list axes = naming_axes(t);
    int *width = widths_of(t, &axes), known = 0;

    print_heading(&l, t, &axes, width);
    for (int i = 0; i < t->cells; i++) {
        print_cell(&l, t, &t->cell[i], q, &axes, width);
        known += t->cell[i].best >= 0;
    }
    listing_end(&l);
    for (int i = 0; i < t->cells && listing_is_table(&l); i++)
        print_remarks(t, &t->cell[i], &axes);
    if (known && listing_is_table(&l))
        printf("\nto go on, with all training samples:\n");
    for (int i = 0; i < t->cells && listing_is_table(&l); i++)
        if (t->cell[i].best >= 0) {
            char *command = command_for(t, &t->cell[i], q, &axes);

            printf("%s\n", command);
            free(command);
        }
    free(width);
    list_clear(&axes);
}
