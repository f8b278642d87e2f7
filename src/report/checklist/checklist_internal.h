/* The parts of the checklist. Private to src/report/checklist. */
#ifndef NORMLAB_REPORT_CHECKLIST_INTERNAL_H
#define NORMLAB_REPORT_CHECKLIST_INTERNAL_H

#include "base/text.h"
#include "report/checklist/checklist.h"

/* The sources, and the file. */
struct checklist {
    const struct checklist_source *source;
    int count;
    struct text out;
};

/* The trials of source i that the report shows. */
static inline const struct results *shown(const struct checklist *c, int i)
{
    return &c->source[i].study->selection.shown;
}

/* ---- Markdown (checklist_text.c) ---- */

/* Adds s as text of Markdown, in one line: no character acts as a mark or as HTML. NULL adds nothing. */
void markdown_add(struct text *out, const char *s);

/* Adds a line of a list: "- NAME: VALUE". */
void markdown_item(struct text *out, const char *name, const char *value);

/* Adds s as a line of code, which Markdown shows as it is. */
void markdown_code(struct text *out, const char *s);

/* Adds a heading, as text of Markdown. */
void checklist_heading(struct checklist *c, const char *heading);

/* Adds what the authors must answer themselves, with a box to tick. */
void checklist_open(struct checklist *c, const char *question);

/* ---- sums over trials (checklist_sums.c) ---- */

struct sums {
    int trials, status[TRIAL_STATUSES];
    int untimed; /* trials that were not refused and whose time the results lack */
    double evaluations;
    /* Wall time of the trials, evaluations included. core_seconds_*: times the threads and processes of each trial, of
     * which results keep only the least and the most. */
    double seconds, longest, core_seconds_least, core_seconds_most;
    double peak_bytes;                        /* the largest of all trials */
    double parameters_least, parameters_most; /* 0: not known */
};

/* Adds the trials of r to s. Zero-initialize s. */
void sums_add(struct sums *s, const struct results *r);

/* Adds the time in words: "12.3 s", "4.5 min", "6.7 h". */
void sums_print_seconds(struct text *out, double seconds);

/* Adds the core hours: "6.71", or "6.71 to 13.4". */
void sums_print_core_hours(struct text *out, const struct sums *s);

/* ---- where results come from (checklist_origin.c) ---- */

void checklist_compute(struct checklist *c);
void checklist_data(struct checklist *c);
void checklist_code(struct checklist *c);
void checklist_again(struct checklist *c);

#endif
