/* Claims about trials that a test makes up, and their verdicts. */
#ifndef NORMLAB_TESTS_CLAIMS_H
#define NORMLAB_TESTS_CLAIMS_H

#include "judge/ledger.h"
#include "support.h"
#include "trials.h"
#include <stdio.h>

static const struct claim more = {.id = "id",
                                  .text = "",
                                  .source = "",
                                  .a = "batch=2",
                                  .b = "batch=32",
                                  .of.metric = METRIC_test_error,
                                  .kind = CLAIM_MORE,
                                  .margin = 1};

/* The claim that the largest learning rate that works is larger for norm=a than for norm=b. */
static const struct claim largest_rate = {.id = "id",
                                          .text = "",
                                          .source = "",
                                          .a = "norm=a",
                                          .b = "norm=b",
                                          .of = {.metric = METRIC_test_error,
                                                 .how = MEASURE_USABLE_MOST,
                                                 .along = "lr",
                                                 .tolerance = 5,
                                                 .target = 50},
                                          .kind = CLAIM_MORE,
                                          .ratio = true,
                                          .margin = 9};

/* Returns the judgement of a claim, without the list of pairs. */
static inline struct judgement judged_by(const struct claim *c, const struct results *r,
                                         const struct judging *by)
{
    struct judgement j = claim_judge_by(c, r, by), numbers = j;

    judgement_clear(&j);
    numbers.paired.pair = NULL;
    return numbers;
}

static inline struct judgement judged(const struct claim *c, const struct results *r)
{
    return judged_by(c, r, &(struct judging){0});
}

/* Judges an experiment's claims on all trials of the results, as if they had the settings of a preset. */
static inline void judge_all(struct verdicts *v, const struct plan *plan,
                             const struct claim *claims, const struct results *r)
{
    int n = claims_count(claims);
    struct selection s = {.plan = plan, .preset = PRESET_PAPER, .shown = *r, .others = ""};
    struct sweep_trial *own = xcalloc((size_t)r->records + 1, sizeof *own);

    s.about = xcalloc((size_t)r->records + 1, sizeof *s.about);
    s.in_cells = xcalloc((size_t)n + 1, sizeof *s.in_cells);
    for (int i = 0; i < r->records; i++) {
        own[i].config = r->record[i].config;
        s.about[i] = (struct selected){.own = true, .nearest = &own[i]};
    }
    for (int i = 0; i < n; i++)
        s.in_cells[i] = xstrdup("");
    verdicts_select(v, claims, &s, ".");
    for (int i = 0; i < n; i++)
        free(s.in_cells[i]);
    free(s.in_cells);
    free(s.about);
    free(own);
}

/* Returns what `run` prints about one claim, as a new string. */
static inline char *words(const struct claim *c, const struct results *r)
{
    const struct claim claims[] = {*c, {0}};
    const struct plan plan = {.name = "e"};
    struct verdicts v;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    judge_all(&v, &plan, claims, r);
    verdicts_print(out, &v, r);
    verdicts_clear(&v);
    fclose(out);
    return text;
}

#endif
