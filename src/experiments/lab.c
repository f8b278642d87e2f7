#include "experiments/lab.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "figures/forest.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* ---- opening ---- */

/* The name of what shows the selection. A new string. */
static char *stem_of(const struct lab *l)
{
    const struct selection *v = &l->selection;

    if (v->is_main)
        return xstrdup(l->name);
    return format_new("%s.%s", l->name,
                      *v->others ? "other" : l->experiment->preset[v->preset].name);
}

/* Selects and judges; l->results are there. s may be NULL. */
static void select_trials(struct lab *l, int preset, const struct sweep *s)
{
    selection_init(&l->selection, l->experiment, &l->results, preset, s);
    verdicts_select(&l->verdicts, &l->selection, l->root);
    l->stem = stem_of(l);
}

int lab_open(struct lab *l, const struct experiment *e, const char *root, int preset, bool *there)
{
    char *path;
    int bad;

    *l = (struct lab){.experiment = e, .root = root};
    l->name = sweep_name(e, preset < 0 ? PRESET_PAPER : preset, NULL);
    path = merge_path(root, l->name);
    *there = false;
    bad = experiment_check(e) || merge_read(e, root, l->name, &l->results, there) ? -1 : 0;
    if (!bad && *there && l->results.version != e->version)
        warning(
            "%s: made by version %d of the experiment, which is at %d now: normlab run %s makes it anew",
            path, l->results.version, e->version, e->name);
    if (!bad && *there)
        select_trials(l, preset, NULL);
    if (!bad && *there && l->selection.shown.records == 0)
        bad = error("%s: has no trials of preset %s", path, e->preset[l->selection.preset].name);
    if (bad || !*there)
        lab_close(l);
    free(path);
    return bad;
}

int lab_merge(struct lab *l, const struct sweep *s, int preset, const char *root,
              const char *command_line)
{
    *l = (struct lab){.experiment = s->experiment, .root = root, .name = xstrdup(s->name)};
    if (merge_update(s->experiment, root, s->name, s, command_line, &l->results)) {
        lab_close(l);
        return -1;
    }
    select_trials(l, preset, s);
    return 0;
}

void lab_close(struct lab *l)
{
    verdicts_clear(&l->verdicts);
    selection_clear(&l->selection);
    results_clear(&l->results);
    free(l->name);
    free(l->stem);
    *l = (struct lab){0};
}

/* ---- figures ---- */

/* The forest plot of the claims. As plot_write(). */
static int draw_claims(const struct verdicts *v, const char *folder)
{
    struct plot_forest f;
    int drawn;

    forest_build(&f, v);
    drawn = f.panels ? plot_forest_write(&f, folder) : 0;
    plot_forest_clear(&f);
    return drawn;
}

int lab_draw(const struct lab *l)
{
    const struct experiment *e = l->experiment;
    char *folder = format_new("%s/plots/%s", l->root, l->stem);
    bool missing = false;
    int drawn = 0;

    for (const struct figure_request *q = e->figures; q && q->name && drawn >= 0; q++) {
        struct plot_figure f;

        figure_build(q, &l->selection.shown, &f);
        drawn = f.panels ? plot_write(&f, folder) : 0;
        missing = missing || drawn == PLOT_NO_PICTURES;
        plot_figure_clear(&f);
    }
    if (drawn >= 0)
        drawn = draw_claims(&l->verdicts, folder);
    if (missing)
        plot_warn_missing(folder);
    free(folder);
    return drawn < 0 ? -1 : 0;
}

static int terminal_width(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || size.ws_col < 60)
        return 96;
    return size.ws_col < 120 ? size.ws_col : 120;
}

int lab_draw_terminal(const struct lab *l, int most)
{
    char *folder = format_new("%s/plots/%s", l->root, l->stem);
    int bad = 0;

    for (const struct figure_request *q = l->experiment->figures;
         q && q->name && !bad && most-- > 0; q++) {
        struct plot_figure f;

        figure_build(q, &l->selection.shown, &f);
        if (f.panels)
            bad = plot_terminal(&f, folder, terminal_width());
        plot_figure_clear(&f);
    }
    free(folder);
    return bad;
}

/* The files of a figure that are there, in a line. */
static void print_figure(const struct lab *l, const char *name, const char *indent)
{
    static const char *const suffix[] = {"svg", "pdf", "png", "gp", "csv"};
    int n = 0;

    for (int i = 0; i < 5; i++) {
        char *path = format_new("%s/plots/%s/%s.%s", l->root, l->stem, name, suffix[i]);

        if (file_exists(path)) {
            if (n == 0)
                printf("%s%s/plots/%s/%s.{", indent, l->root, l->stem, name);
            printf("%s%s", n++ ? "," : "", suffix[i]);
        }
        free(path);
    }
    if (n)
        printf("}\n");
}

void lab_print_figures(const struct lab *l, const char *indent)
{
    for (const struct figure_request *q = l->experiment->figures; q && q->name; q++)
        print_figure(l, q->name, indent);
    print_figure(l, FOREST_NAME, indent);
}

/* ---- the summary ---- */

static void print_tables(FILE *out, const struct table_request *q, const struct results *r)
{
    struct table *t;
    int n = tables_build(q, r, &t);

    for (int i = 0; i < n; i++)
        table_print(out, &t[i]);
    tables_clear(t, n);
}

/* Says once for each axis which trials a measure along it leaves out; told: the axes that have been dealt with. */
static void print_left_out(FILE *out, const struct measure *m, const struct results *r,
                           struct config *told)
{
    const char *word = NULL;
    int count = 0;

    if (!measure_is_along(m) || m->how == MEASURE_BEST || config_get(told, m->along))
        return;
    for (int i = 0; i < r->records; i++)
        if (!measure_has_place(m, &r->record[i])) {
            word = record_get(&r->record[i], m->along);
            count++;
        }
    config_set(told, m->along, "1");
    if (count > 0)
        fprintf(
            out,
            "%d trials, as those of %s=%s, are left out of what is measured along %s: their value is no number\n\n",
            count, m->along, word, m->along);
}

static void print_all_left_out(FILE *out, const struct experiment *e, const struct results *r)
{
    struct config told = {0};

    for (const struct table_request *q = e->tables; q && q->title; q++)
        print_left_out(out, &q->of, r, &told);
    for (const struct figure_request *q = e->figures; q && q->name; q++)
        print_left_out(out, &q->of, r, &told);
    for (const struct claim *c = e->claims; c && c->id; c++)
        print_left_out(out, &c->of, r, &told);
    config_clear(&told);
}

/* What is shown is not all that there is, or not what the claims are about. */
static void print_settings(FILE *out, const struct lab *l)
{
    char *said[] = {verdicts_stale(&l->verdicts), verdicts_dirty(&l->verdicts)};

    for (int i = 0; i < 2; i++) {
        if (said[i])
            fprintf(out, "%s\n\n", said[i]);
        free(said[i]);
    }
    if (*l->selection.others)
        fprintf(out, "Other settings than the preset's: %s\n\n", l->selection.others);
    if (l->verdicts.left_out)
        fprintf(out, "%s\n\n", l->verdicts.left_out);
}

/* Tables, failures counted, and the verdict on each claim. */
static void print_summary(FILE *out, const struct lab *l)
{
    const struct experiment *e = l->experiment;
    const struct results *r = &l->selection.shown;
    int count[TRIAL_STATUSES] = {0};

    for (int i = 0; i < r->records; i++)
        count[r->record[i].result.status]++;
    fprintf(out, "%s: %s\n%s\n\nRun as: %s\n\n", e->name, e->title, e->question,
            config_get(&r->provenance, "command_line"));
    print_settings(out, l);
    for (const struct table_request *q = e->tables; q && q->title; q++)
        print_tables(out, q, r);
    fprintf(out, "%d trials: %d done, %d diverged (" TABLE_LOST "), %d refused at set-up\n\n",
            r->records, count[TRIAL_DONE], count[TRIAL_DIVERGED], count[TRIAL_REFUSED]);
    print_all_left_out(out, e, r);
    fprintf(out,
            "Claims (difference over paired seeds; *: not when p is corrected by Holm's method)\n");
    verdicts_print(out, &l->verdicts, r);
}

char *lab_summary_path(const struct lab *l)
{
    return format_new("%s/results/%s.txt", l->root, l->stem);
}

int lab_summarize(const struct lab *l, bool print)
{
    char *path = lab_summary_path(l), *summary = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&summary, &size);
    int bad;

    if (!out)
        BUG("no memory for a summary");
    print_summary(out, l);
    fclose(out);
    if (print)
        printf("\n%s\n", summary);
    bad = file_write(path, summary, size);
    free(summary);
    free(path);
    return bad;
}

int lab_summarize_main(const struct lab *l)
{
    struct lab of_main = {.experiment = l->experiment, .root = l->root, .results = l->results};
    int bad;

    if (l->selection.is_main)
        return 0;
    of_main.name = xstrdup(l->name);
    select_trials(&of_main, SELECTION_MAIN, NULL);
    bad = lab_summarize(&of_main, false);
    of_main.results = (struct results){0}; /* they are l's */
    lab_close(&of_main);
    return bad;
}
