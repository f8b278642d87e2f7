/* Goes through the report once for each format, so both formats have the same contents in the same order. */
#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "base/system/file.h"
#include "report/report_internal.h"
#include <stdlib.h>

const struct report_term report_method[] = {
    {"pairs",
     "Two settings are trained with the same seeds: a pair has the same data order and the same first weights. "
     "The effect is the mean difference over pairs."},
    {"interval",
     "Each 95 % interval is a moderated t interval (Smyth 2004): Student's t with a variance drawn towards those of the "
     "experiment's other cells; on fresh seeds (verdicts marked \"confirmed\") it is Student's. Intervals of errors are computed on the logit scale, on which seeds scatter symmetrically; "
     "those of differences are in points. In simulations, and in samples of hundreds of real seeds, those of "
     "differences contain the true one 94 to 97 times in 100 (docs/statistics.md). The interval by Student's t alone is "
     "given with the seeds of each comparison."},
    {"steps",
     "Some values are known only within a step: a learning rate, for example, lies between two that were tried. "
     "The interval includes this uncertainty."},
    {"margin", "The effect must exceed the margin of the claim, or stay within it."},
    {"p",
     "The p value is two-sided and agrees with the interval. \"By Holm\" it is corrected for the number of claims in "
     "the experiment. A verdict that does not hold after the correction has a star."},
    {"at the best of its rates",
     "For each seed, the learning rate with the least error among those that were tried, even if it is the first or the last: "
     "with the least validation error where the experiment keeps samples for validation, else with the least test error."},
    {"diverged",
     "A training that diverged counts as worse than any other, or, where neither large nor small numbers are worse, against "
     "the verdict. Where differences cannot decide because of such trials, a test of ranks does."},
    {"remedy",
     "An open verdict says how many seeds would settle it with a power of 80 %, if the difference and "
     "its spread stay as they are."},
    {"source",
     "Claims and margins are part of each experiment's source. The notes of an experiment say which claims were "
     "reworded after a run."},
    {0},
};

/* ---- claims ---- */

/* Adds the words as a sentence, with a capital letter and a full stop. Adds nothing when words is empty. Clears
 * words. */
static void add_sentence(struct text *out, struct text *words)
{
    if (words->length)
        text_add(out, "%c%s. ", ascii_upper(words->s[0]), words->s + 1);
    text_clear(words);
}

/* Returns report_claim.evidence: a new string. */
static char *evidence(const struct claim *c, const struct judgement *j)
{
    struct text all = {0}, part = {0};

    claim_print_evidence(c, j, &part);
    add_sentence(&all, &part);
    claim_print_remedy(c, j, &part);
    add_sentence(&all, &part);
    if (c->note)
        text_add(&all, "Note: %s. ", c->note);
    return all.s ? all.s : xstrdup("");
}

/* Adds claim i of an experiment, in words. */
static void walk_claim(struct report_writer *w, const struct verdicts *v, int i)
{
    const struct claim *claim = &v->claims[i];
    const struct judgement *j = &v->judgement[i];
    struct text sentence = {0}, comparison = {0}, command = {0};
    struct report_claim c = {.number = i + 1,
                             .claim = claim,
                             .judgement = j,
                             .verdict = verdict_word(j),
                             .evidence = evidence(claim, j)};

    claim_print(claim, &sentence);
    claim_print_comparison(claim, &comparison);
    claim_command(v, claim, &command);
    c.sentence = sentence.s;
    c.comparison = comparison.s;
    c.command = command.s;
    w->format->verdict(w, &c);
    free(c.verdict);
    free(c.evidence);
    text_clear(&sentence);
    text_clear(&comparison);
    text_clear(&command);
}

/* ---- the ledger ---- */

/* True when a test or at least one judged claim answers the row, whatever the verdict is. */
static bool is_answered(const struct claim_row *row, const struct verdict_count *n)
{
    return row->test || n->all > n->of[NOT_RUN];
}

/* Adds `count` to the row's counts, such as "3 supported", unless it is 0. star: "*" for weak verdicts, else "". */
static void add_count(struct report_row *row, enum verdict v, int count, const char *star)
{
    if (count)
        array_add(row->count, row->counts) =
            (struct report_count){v, format_new("%d %s%s", count, verdict_name[v], star)};
}

static struct report_row make_row(const struct claim_row *row, const struct verdict_count *n)
{
    struct report_row made = {.row = row};

    for (enum verdict v = 0; v < VERDICTS; v++) {
        add_count(&made, v, n->of[v] - n->weak[v], "");
        add_count(&made, v, n->weak[v], "*");
    }
    if (row->test)
        array_add(made.count, made.counts) =
            (struct report_count){SUPPORTED, xstrdup("shown by a test")};
    if (row->missing)
        array_add(made.count, made.counts) =
            (struct report_count){NOT_RUN, xstrdup("no experiment yet")};
    return made;
}

static void walk_row(struct report_writer *w, const struct claim_row *claim_row,
                     const struct verdict_count *n)
{
    struct report_row row = make_row(claim_row, n);

    w->format->row(w, &row);
    for (int i = 0; i < row.counts; i++)
        free(row.count[i].words);
    free(row.count);
}

/* A row of the ledger, the verdicts on its claims, and its order. */
struct ordered_row {
    const struct claim_row *row;
    struct verdict_count n;
    int order; /* ledger_order() */
};

/* Sorts rows by their order, and those with the same order as the ledger has them. */
static int by_order(const void *a, const void *b)
{
    const struct ordered_row *x = a, *y = b;

    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

/* Adds the rows of the ledger that are answered, or (answered is false) all others. */
static void walk_rows(struct report_writer *w, bool answered)
{
    const struct report *r = w->report;
    struct ordered_row *chosen = NULL;
    int count = 0;

    for (const struct claim_row *row = r->rows; row->id; row++) {
        struct verdict_count n = ledger_count(r->verdicts, r->count, row->id);

        if (is_answered(row, &n) == answered)
            array_add(chosen, count) =
                (struct ordered_row){row, n, ledger_order(r->verdicts, r->count, row->id)};
    }
    if (count > 0)
        qsort(chosen, (size_t)count, sizeof *chosen, by_order);
    if (count > 0 && !answered)
        w->format->ledger_unanswered(w);
    for (int i = 0; i < count; i++)
        walk_row(w, chosen[i].row, &chosen[i].n);
    free(chosen);
}

static struct report_totals count_all(const struct report *r)
{
    struct report_totals t = {.verdicts = ledger_count(r->verdicts, r->count, NULL)};

    for (int i = 0; i < r->count; i++) {
        t.trainings += r->verdicts[i].trainings;
        t.experiments += r->verdicts[i].run;
    }
    return t;
}

/* ---- sections ---- */

/* Adds the text as a paragraph and frees it. NULL adds nothing. */
static void add_paragraph(struct report_writer *w, char *text)
{
    if (text)
        w->format->paragraph(w, text);
    free(text);
}

static void walk_failures(struct report_writer *w, const struct results *r)
{
    int count[TRIAL_STATUSES] = {0}, failures;

    for (int i = 0; i < r->records; i++)
        count[r->record[i].result.status]++;
    failures = r->records - count[TRIAL_DONE];
    w->format->heading(w, "Failures");
    if (!failures) {
        w->format->paragraph(w, "None: every trial was trained to its end.");
        return;
    }
    add_paragraph(
        w, format_new("Diverged: %d. Refused at set-up: %d. The verdicts take them into account.",
                      count[TRIAL_DIVERGED], count[TRIAL_REFUSED]));
    if (w->format->failures)
        w->format->failures(w, r, failures);
}

static void walk_section(struct report_writer *w, const struct report_section *s)
{
    const struct report_format *f = w->format;

    f->section_begin(w, s);
    f->paragraph(w, s->plan->question);
    add_paragraph(w, verdicts_stale(s->verdicts));
    add_paragraph(w, verdicts_dirty(s->verdicts));
    add_paragraph(w, verdicts_others(s->verdicts));
    if (s->verdicts->left_out)
        f->paragraph(w, s->verdicts->left_out);
    f->heading(w, "Set-up");
    f->setup(w, &s->setup);
    if (s->notes.count)
        f->heading(w, "Notes");
    for (int i = 0; i < s->notes.count; i++)
        f->paragraph(w, s->notes.item[i]);
    f->figures(w, s, 0, s->requested);
    if (s->tables) {
        f->heading(w, "Tables");
        f->paragraph(w, TABLE_UNSUCCESSFUL ".");
    }
    for (int i = 0; i < s->tables; i++)
        f->table(w, s, i);
    if (s->verdicts->count) {
        f->heading(w, "Verdicts");
        add_paragraph(w, verdicts_cover(s->verdicts, s->results));
        f->verdicts_begin(w);
        for (int i = 0; i < s->verdicts->count; i++)
            walk_claim(w, s->verdicts, i);
        f->verdicts_end(w, s);
    }
    f->figures(w, s, s->requested, s->figures);
    walk_failures(w, s->results);
    f->heading(w, "Provenance");
    f->provenance(w, s);
    f->section_end(w, s);
}

/* Writes the report in one format. Returns 0, or -1 after a message. */
static int walk(const struct report *r, const struct report_format *f)
{
    struct report_writer w = {.format = f, .report = r, .totals = count_all(r)};

    f->begin(&w);
    f->ledger_begin(&w);
    walk_rows(&w, true);
    walk_rows(&w, false);
    f->ledger_end(&w);
    f->method(&w);
    if (f->contents)
        f->contents(&w);
    for (int i = 0; i < r->sections && !w.bad; i++)
        walk_section(&w, &r->section[i]);
    f->end(&w);
    text_clear(&w.out);
    text_clear(&w.document);
    text_clear(&w.included);
    return w.bad;
}

int report_write(const struct report *r)
{
    char *folder = report_latex_folder(r->root);
    int bad = folder_make(folder);

    if (!bad)
        folder_sweep(folder); /* removes temporary files of runs that no longer exist */
    free(folder);
    return bad || walk(r, &report_html) || walk(r, &report_latex) ? -1 : 0;
}
