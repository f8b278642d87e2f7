/* The parts of the checklist. Private to src/report/checklist. */
#ifndef NORMLAB_REPORT_CHECKLIST_INTERNAL_H
#define NORMLAB_REPORT_CHECKLIST_INTERNAL_H

#include "base/text.h"
#include "report/checklist/checklist.h"

struct checklist {
    const struct checklist_source *source; /* [count] */
    int count;
    struct text out; /* the contents of the file */
};

/* Returns the trials of source i that the report shows: those of its study's selection. */
static inline const struct results *shown(const struct checklist *c, int i)
{
    return &c->source[i].study->selection.shown;
}

/* ---- Markdown (checklist_text.c) ---- */

/* Adds s as text of Markdown, in one line, so that no character acts as a mark or as HTML. Bytes that are not valid UTF-8
 * and control characters (utf8_control()) become U+FFFD. NULL adds nothing. */
void markdown_add(struct text *out, const char *s);

/* Adds a line of a list: "- NAME: VALUE". */
void markdown_item(struct text *out, const char *name, const char *value);

/* Adds s as a line of code, which Markdown shows as it is, with control characters made visible (text_add_shown()). */
void markdown_code(struct text *out, const char *s);

/* Adds a heading, which is Markdown already. */
void checklist_heading(struct checklist *c, const char *heading);

/* Adds a question that the authors must answer themselves, with a box to tick; the question is Markdown already. */
void checklist_ask(struct checklist *c, const char *question);

/* ---- sums over trials (checklist_sums.c) ---- */

struct sums {
    int trials, status[TRIAL_STATUSES];
    int untimed;        /* trials that were not refused and whose time the results lack */
    double evaluations; /* of all trials: one at each point of training */
    /* Wall time, evaluations included: the sum over the trials, and the longest trial. */
    double seconds, longest;
    /* Bounds of the core seconds: of the sum of the wall times, each multiplied by the trial's numbers of threads and of
     * processes. The sum itself is not known, because results have only the least and the largest of these numbers
     * (sums_add()). */
    double core_seconds_least, core_seconds_most;
    double peak_bytes;                        /* the largest memory of a trial */
    double parameters_least, parameters_most; /* of a net; 0: not known */
};

/* Adds the trials of r to s. The numbers of threads and processes are those in the provenance of r; without them, 1.
 * Zero-initialize s. */
void sums_add(struct sums *s, const struct results *r);

/* Adds the time in words: "12.3 s", "4.5 min", "6.7 h". */
void sums_print_seconds(struct text *out, double seconds);

/* Adds the core seconds as core hours: "6.71", or "6.71 to 13.4". */
void sums_print_core_hours(struct text *out, const struct sums *s);

/* ---- where results come from (checklist_origin.c) ---- */

/* Each adds one section: the computing time and the machines; the data sets; the program; the commands that made the
 * results. */
void checklist_compute(struct checklist *c);
void checklist_data(struct checklist *c);
void checklist_code(struct checklist *c);
void checklist_commands(struct checklist *c);

#endif
