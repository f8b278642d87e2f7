/* Prints the ledger, and the verdicts of one experiment, as text. */
#include "base/number.h"
#include "base/text.h"
#include "judge/ledger.h"
#include <stdlib.h>
#include <string.h>

/* Prints the text as a line, unless it is empty. Clears it. */
static void print_line(FILE *out, struct text *t)
{
    if (t->length)
        fprintf(out, "      %s\n", t->s);
    text_clear(t);
}

static void print_claim(FILE *out, const struct verdicts *v, int i)
{
    const struct claim *c = &v->claims[i];
    const struct judgement *j = &v->judgement[i];
    struct text t = {0};
    char *verdict = verdict_word(j);

    claim_print(c, &t);
    fprintf(out, "  %s: %s [%s]\n", verdict, t.s, c->source);
    free(verdict);
    text_clear(&t);
    claim_print_comparison(c, &t);
    print_line(out, &t);
    if (j->verdict != NOT_RUN || j->because)
        claim_print_evidence(c, j, &t);
    print_line(out, &t);
    claim_print_remedy(c, j, &t);
    print_line(out, &t);
    if (c->note)
        fprintf(out, "      Note: %s.\n", c->note);
    claim_command(v, c, &t);
    print_line(out, &t);
}

/* Prints what readers must know about the results of each experiment: whether they are of an old version, come from
 * a build with uncommitted changes, have other settings than the preset, or are not all shown. */
static void print_origin(FILE *out, const struct verdicts *v, int count)
{
    for (int i = 0; i < count; i++) {
        char *stale = verdicts_stale(&v[i]), *dirty = verdicts_dirty(&v[i]);
        char *others = verdicts_others(&v[i]);
        const char *line[] = {stale, dirty, others, v[i].left_out};

        for (int k = 0; k < 4; k++)
            if (line[k])
                fprintf(out, "%s: %s\n", v[i].plan->name, line[k]);
        free(stale);
        free(dirty);
        free(others);
    }
}

static void print_row(FILE *out, const struct claim_row *row, const struct verdicts *v, int count)
{
    struct text answer = {0};

    ledger_print_answer(v, count, row->id, &answer);
    if (answer.length)
        fprintf(out, "%s: %s\n  claim: %s [%s]\n", row->id, answer.s, row->text, row->from);
    else
        fprintf(out, "%s: %s [%s]\n", row->id, row->text, row->from);
    text_clear(&answer);
    if (row->test)
        fprintf(out, "  by test: %s\n", row->test);
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++)
            if (strcmp(v[i].claims[k].id, row->id) == 0)
                print_claim(out, &v[i], k);
    if (row->missing)
        fprintf(out, "  no experiment yet: %s\n", row->missing);
    fprintf(out, "\n");
}

void ledger_print(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                  bool only_claimed)
{
    struct verdict_count n = ledger_count(v, count, NULL);
    int weak = n.weak[SUPPORTED] + n.weak[REFUTED];

    for (const struct claim_row *row = rows; row->id; row++)
        if (!only_claimed || ledger_count(v, count, row->id).all)
            print_row(out, row, v, count);
    fprintf(out,
            "%d comparison%s: %d supported, %d refuted, %d about the margin, %d open, %d not run\n",
            n.all, plural(n.all), n.of[SUPPORTED], n.of[REFUTED], n.of[ABOUT_MARGIN], n.of[OPEN],
            n.of[NOT_RUN]);
    if (weak)
        fprintf(out,
                "* %d %s not stand when p is corrected for all claims of the experiment (Holm)\n",
                weak, weak == 1 ? "does" : "do");
    if (n.with_fdr)
        fprintf(
            out,
            "%d of %d supported and refuted verdicts with a p stand when p is corrected for all comparisons here "
            "(Benjamini-Hochberg, 5 %% of them expected to be wrong)\n",
            n.by_fdr, n.with_fdr);
    print_origin(out, v, count);
}

/* ---- one experiment ---- */

/* Prints a table for a claim of kind CLAIM_PRINTED: each printed value, and the values of the seeds at that epoch. */
static void print_printed(FILE *out, const struct claim *c, const struct results *r)
{
    const struct record **record;
    int count = records_in(r, c->a, &record);

    fprintf(out, "      %8s %10s %10s %10s %10s\n", "epoch", "printed", "mean", "least", "largest");
    for (const struct printed *p = c->printed; p->epoch > 0; p++) {
        struct spread s = spread_at(c->of.metric, record, count, p->epoch);

        number_print(out, "      %8g %10.4g", p->epoch, p->value);
        if (s.n == 0)
            fprintf(out, " %10s %10s %10s\n", "-", "-", "-");
        else
            number_print(out, " %10.4g %10.4g %10.4g%s\n", s.mean, s.low, s.high,
                         spread_contains(&s, p->value, c->margin) ? "" : "   outside");
    }
    free(record);
}

void verdicts_print(FILE *out, const struct verdicts *v, const struct results *r)
{
    for (int i = 0; i < v->count; i++) {
        const struct claim *c = &v->claims[i];
        const struct judgement *j = &v->judgement[i];
        struct text t = {0}, remedy = {0};
        char *verdict = verdict_word(j);

        text_add(&t, "  %-12s ", verdict);
        free(verdict);
        claim_print(c, &t);
        text_add(&t, " [%s; %s]\n    ", c->id, c->source);
        if (j->verdict != NOT_RUN && c->kind != CLAIM_REFUSED && c->kind != CLAIM_PRINTED) {
            claim_print_comparison(c, &t);
            text_add(&t, ": ");
        }
        claim_print_evidence(c, j, &t);
        claim_print_remedy(c, j, &remedy);
        fprintf(out, "%s%s%s\n", t.s, remedy.length ? "; " : "", text_str(&remedy));
        if (c->kind == CLAIM_PRINTED && j->verdict != NOT_RUN)
            print_printed(out, c, r);
        if (c->note)
            fprintf(out, "    Note: %s.\n", c->note);
        text_clear(&t);
        text_clear(&remedy);
    }
}
