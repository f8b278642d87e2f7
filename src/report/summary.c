/* Writes the results of a study as plain text. */
#include "report/summary.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void summary_print_tables(FILE *out, const struct study *s, const struct table_request *tables,
                          int room)
{
    const struct results *r = &s->selection.shown;
    int count[TRIAL_STATUSES] = {0};

    for (const struct table_request *q = tables; q && q->title; q++) {
        struct table *t;
        int n = tables_build(q, r, &t);

        for (int i = 0; i < n; i++)
            table_print(out, &t[i], room);
        tables_clear(t, n);
    }
    for (int i = 0; i < r->records; i++)
        count[r->record[i].result.status]++;
    fprintf(out,
            "%d trial%s: %d done, %d diverged, %d refused at set-up (" TABLE_UNSUCCESSFUL ")\n\n",
            r->records, plural(r->records), count[TRIAL_DONE], count[TRIAL_DIVERGED],
            count[TRIAL_REFUSED]);
}

/* Prints how many trials a measure along an axis leaves out, once for each axis. done: has as keys the axes that earlier
 * calls have handled. */
static void print_left_out(FILE *out, const struct measure *m, const struct results *r,
                           struct config *done)
{
    const char *word = NULL;
    int count = 0;

    if (!measure_is_along(m) || m->how == MEASURE_BEST || config_get(done, m->along))
        return;
    for (int i = 0; i < r->records; i++)
        if (!measure_uses(m, &r->record[i])) {
            word = record_get(&r->record[i], m->along);
            count++;
        }
    config_set(done, m->along, "1");
    if (count > 0)
        fprintf(
            out,
            "%d trial%s, as those with %s=%s, are left out of measures along %s: their value is not a number\n\n",
            count, plural(count), m->along, word, m->along);
}

/* Prints how many trials are left out by the measures of tables, figures and claims. */
static void print_all_left_out(FILE *out, const struct study *s, const struct table_request *tables,
                               const struct figure_request *figures)
{
    const struct results *r = &s->selection.shown;
    struct config done = {0};

    for (const struct table_request *q = tables; q && q->title; q++)
        print_left_out(out, &q->of, r, &done);
    for (const struct figure_request *q = figures; q && q->name; q++)
        print_left_out(out, &q->of, r, &done);
    for (const struct claim *c = s->claims; c && c->id; c++)
        print_left_out(out, &c->of, r, &done);
    config_clear(&done);
}

/* Prints what the reader must know about the results: whether they come from an old version or an uncommitted build,
 * which settings differ from the preset's, and which trials are left out. */
static void print_settings(FILE *out, const struct study *s)
{
    char *remark[] = {verdicts_stale(&s->verdicts), verdicts_dirty(&s->verdicts)};

    for (int i = 0; i < 2; i++) {
        if (remark[i])
            fprintf(out, "%s\n\n", remark[i]);
        free(remark[i]);
    }
    if (*s->selection.others)
        fprintf(out, "Other settings than the preset's: %s\n\n", s->selection.others);
    if (s->verdicts.left_out)
        fprintf(out, "%s\n\n", s->verdicts.left_out);
}

/* Prints the tables, the number of trials with each status, and the verdict on each claim. room: as for
 * table_print(). */
static void print_summary(FILE *out, const struct study *s, const struct table_request *tables,
                          const struct figure_request *figures, int room)
{
    const struct plan *e = s->plan;
    const struct results *r = &s->selection.shown;
    char *cover = verdicts_cover(&s->verdicts, r);

    fprintf(out, "%s: %s\n%s\n\nRun as: %s\n\n", e->name, e->title, e->question,
            config_get(&r->provenance, "command_line"));
    print_settings(out, s);
    summary_print_tables(out, s, tables, room);
    print_all_left_out(out, s, tables, figures);
    fprintf(out, "%s\n\n", cover);
    free(cover);
    fprintf(
        out,
        "Claims (difference over paired seeds; *: does not hold when p is corrected by Holm's method)\n");
    verdicts_print(out, &s->verdicts, r);
}

char *summary_path(const struct study *s)
{
    return format_new("%s/results/%s.txt", s->root, s->stem);
}

/* Returns the summary, with control characters made visible (text_add_shown()): a new string of *size bytes. room: as for
 * table_print(). */
static char *compose(const struct study *s, const struct table_request *tables,
                     const struct figure_request *figures, int room, size_t *size)
{
    struct text shown = {0};
    char *summary = NULL;
    FILE *out = open_memstream(&summary, size);
    bool cut;

    if (!out)
        memory_missing("a summary");
    print_summary(out, s, tables, figures, room);
    cut = ferror(out) != 0;
    if (fclose(out) || cut)
        memory_missing("a summary");
    text_add_shown(&shown, summary, *size);
    free(summary);
    *size = shown.length;
    return shown.s;
}

int summary_write(const struct study *s, const struct table_request *tables,
                  const struct figure_request *figures, bool print)
{
    size_t size;
    char *path = summary_path(s), *summary = compose(s, tables, figures, 0, &size);
    int bad = file_write(path, summary, size), room = print ? terminal_columns(STDOUT_FILENO) : 0;

    if (room) {
        free(summary);
        summary = compose(s, tables, figures, room, &size);
    }
    if (print)
        printf("\n%s\n", summary);
    free(summary);
    free(path);
    return bad;
}
