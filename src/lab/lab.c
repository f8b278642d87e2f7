#include "lab/lab.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "lab/forest.h"
#include "lab/ledger.h"
#include "lab/pool.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

char *lab_merged_path(const struct experiment *e, const char *root)
{
    return format_new("%s/results/%s.h5", root, e->name);
}

static int read_trials(const struct sweep *s, const char *root, struct results *r)
{
    r->record = xcalloc((size_t)s->trials, sizeof *r->record);
    for (int i = 0; i < s->trials; i++) {
        if (pool_state(s, root, i) != STATE_DONE)
            continue;
        if (sweep_read(s, root, i, &r->record[r->records]))
            return -1;
        r->records++;
    }
    return 0;
}

/* Is value one of the list "a; b"? */
static bool origin_holds(const char *list, const char *value)
{
    size_t n = strlen(value);

    for (const char *at = strstr(list, value); at && n; at = strstr(at + 1, value))
        if ((at == list || (at > list + 1 && text_starts_with(at - 2, "; "))) &&
            (!at[n] || text_starts_with(at + n, "; ")))
            return true;
    return n == 0;
}

/* Adds value to the list of key, unless it is there. */
static void add_origin(struct config *c, const char *key, const char *value)
{
    const char *known = config_get(c, key);
    char *both;

    if (known && origin_holds(known, value))
        return;
    both = known ? format_new("%s; %s", known, value) : xstrdup(value);
    config_set(c, key, both);
    free(both);
}

/* The provenance is that of the trials; of the merge are only the time and the command line. */
static void collect_origin(struct results *r, const char *command_line)
{
    struct config now = {0};

    provenance_collect(&now, command_line);
    for (int i = 0; i < r->records; i++)
        for (int k = 0; k < r->record[i].origin.count; k++) {
            const struct config_item *item = &r->record[i].origin.item[k];

            if (strcmp(item->key, "time") && strcmp(item->key, "command_line"))
                add_origin(&r->provenance, item->key, item->value);
        }
    config_set(&r->provenance, "time", config_get(&now, "time"));
    config_set(&r->provenance, "command_line", command_line);
    if (strchr(config_get(&r->provenance, "source_commit"), ';'))
        warning("the trials come from several builds: %s; --force runs them anew",
                config_get(&r->provenance, "source_commit"));
    config_clear(&now);
}

int lab_merge(const struct sweep *s, const char *root, const char *command_line, struct results *r)
{
    char *path = lab_merged_path(s->experiment, root);
    int bad;

    memset(r, 0, sizeof *r);
    r->experiment = xstrdup(s->experiment->name);
    r->version = s->experiment->version;
    r->axis = xcalloc((size_t)s->axes, sizeof *r->axis);
    for (int i = 0; i < s->axes; i++)
        r->axis[r->axes++] = xstrdup(s->axis[i]);
    bad = read_trials(s, root, r);
    if (!bad && r->records == 0)
        bad = error("no trial of %s has finished; there is nothing to merge", s->experiment->name);
    if (!bad) {
        collect_origin(r, command_line);
        bad = store_merged_write(path, r);
    }
    if (bad)
        results_clear(r);
    free(path);
    return bad;
}

int lab_read(const struct experiment *e, const char *root, struct results *r, bool *there)
{
    char *path = lab_merged_path(e, root);
    int bad;

    memset(r, 0, sizeof *r);
    *there = file_exists(path);
    bad = experiment_check(e) || (*there && store_merged_read(path, r)) ? -1 : 0;
    if (!bad && *there && strcmp(r->experiment, e->name)) {
        bad = error("%s: holds results of %s; move them to %s.h5", path, r->experiment,
                    r->experiment);
        results_clear(r);
    } else if (!bad && *there && r->version != e->version) {
        warning(
            "%s: made by version %d of the experiment, which is at %d now: normlab run %s makes it anew",
            path, r->version, e->version, e->name);
    }
    free(path);
    return bad;
}

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

int lab_draw(const struct verdicts *v, const struct results *r, const char *root)
{
    const struct experiment *e = v->experiment;
    char *folder = format_new("%s/plots/%s", root, e->name);
    bool missing = false;
    int drawn = 0;

    for (const struct figure_request *q = e->figures; q && q->name && drawn >= 0; q++) {
        struct plot_figure f;

        figure_build(q, r, &f);
        drawn = f.panels ? plot_write(&f, folder) : 0;
        missing = missing || drawn == PLOT_NO_PICTURES;
        plot_figure_clear(&f);
    }
    if (drawn >= 0)
        drawn = draw_claims(v, folder);
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

int lab_draw_terminal(const struct experiment *e, const struct results *r, const char *root,
                      int most)
{
    char *folder = format_new("%s/plots/%s", root, e->name);
    int bad = 0;

    for (const struct figure_request *q = e->figures; q && q->name && !bad && most-- > 0; q++) {
        struct plot_figure f;

        figure_build(q, r, &f);
        if (f.panels)
            bad = plot_terminal(&f, folder, terminal_width());
        plot_figure_clear(&f);
    }
    free(folder);
    return bad;
}

/* The files of a figure that are there, in a line. */
static void print_figure(const struct experiment *e, const char *name, const char *root,
                         const char *indent)
{
    static const char *const suffix[] = {"svg", "pdf", "png", "gp", "csv"};
    int n = 0;

    for (int i = 0; i < 5; i++) {
        char *path = format_new("%s/plots/%s/%s.%s", root, e->name, name, suffix[i]);

        if (file_exists(path)) {
            if (n == 0)
                printf("%s%s/plots/%s/%s.{", indent, root, e->name, name);
            printf("%s%s", n++ ? "," : "", suffix[i]);
        }
        free(path);
    }
    if (n)
        printf("}\n");
}

void lab_print_figures(const struct experiment *e, const char *root, const char *indent)
{
    for (const struct figure_request *q = e->figures; q && q->name; q++)
        print_figure(e, q->name, root, indent);
    print_figure(e, FOREST_NAME, root, indent);
}

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

/* Tables, failures counted, and the verdict on each claim. */
static void print_summary(FILE *out, const struct verdicts *v, const struct results *r)
{
    const struct experiment *e = v->experiment;
    char *stale = verdicts_stale(v), *dirty = verdicts_dirty(v);
    int count[TRIAL_STATUSES] = {0};

    for (int i = 0; i < r->records; i++)
        count[r->record[i].result.status]++;
    fprintf(out, "%s: %s\n%s\n\nRun as: %s\n\n", e->name, e->title, e->question,
            config_get(&r->provenance, "command_line"));
    if (stale)
        fprintf(out, "%s\n\n", stale);
    if (dirty)
        fprintf(out, "%s\n\n", dirty);
    free(stale);
    free(dirty);
    for (const struct table_request *q = e->tables; q && q->title; q++)
        print_tables(out, q, r);
    fprintf(out, "%d trials: %d done, %d diverged (" TABLE_LOST "), %d refused at set-up\n\n",
            r->records, count[TRIAL_DONE], count[TRIAL_DIVERGED], count[TRIAL_REFUSED]);
    print_all_left_out(out, e, r);
    fprintf(out,
            "Claims (difference over paired seeds; *: not when p is corrected by Holm's method)\n");
    verdicts_print(out, v, r);
}

char *lab_summary_path(const struct experiment *e, const char *root)
{
    return format_new("%s/results/%s.txt", root, e->name);
}

int lab_summarize(const struct verdicts *v, const struct results *r, const char *root, bool print)
{
    char *path = lab_summary_path(v->experiment, root), *summary = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&summary, &size);
    int bad;

    if (!out)
        BUG("no memory for a summary");
    print_summary(out, v, r);
    fclose(out);
    if (print)
        printf("\n%s\n", summary);
    bad = file_write(path, summary, size);
    free(summary);
    free(path);
    return bad;
}
