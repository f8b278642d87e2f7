/* The ledger as text and as JSON. */
#include "base/text.h"
#include "lab/ledger.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_claimed(const struct claim_row *row, const struct verdicts *v, int count)
{
    int n[VERDICTS] = {0};

    for (int i = 0; i < count; i++)
        verdicts_count(&v[i], row->id, n);
    return n[SUPPORTED] + n[REFUTED] + n[INCONCLUSIVE] + n[NOT_RUN] > 0;
}

/* ---- text ---- */

static void print_line(FILE *out, struct text *t)
{
    if (t->length)
        fprintf(out, "      %s\n", t->s);
    text_clear(t);
}

static void print_claim(FILE *out, const struct verdicts *v, int i)
{
    const struct claim *c = &v->experiment->claims[i];
    const struct judgement *j = &v->judgement[i];
    struct text t = {0};

    claim_print(c, &t);
    fprintf(out, "  %s%s: %s [%s]\n", verdict_name[j->verdict], verdict_is_weak(j) ? "*" : "", t.s,
            c->source);
    text_clear(&t);
    claim_print_comparison(c, &t);
    print_line(out, &t);
    if (j->verdict != NOT_RUN)
        claim_print_evidence(c, j, &t);
    print_line(out, &t);
    claim_print_remedy(c, j, &t);
    print_line(out, &t);
    claim_command(v, c, &t);
    print_line(out, &t);
}

static void print_row(FILE *out, const struct claim_row *row, const struct verdicts *v, int count)
{
    fprintf(out, "%s: %s [%s]\n", row->id, row->text, row->from);
    if (row->test)
        fprintf(out, "  by test: %s\n", row->test);
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++)
            if (strcmp(v[i].experiment->claims[k].id, row->id) == 0)
                print_claim(out, &v[i], k);
    if (row->missing)
        fprintf(out, "  no experiment yet: %s\n", row->missing);
    fprintf(out, "\n");
}

void ledger_print(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                  bool only_claimed)
{
    int n[VERDICTS] = {0}, weak = 0;

    for (const struct claim_row *row = rows; row->id; row++)
        if (!only_claimed || is_claimed(row, v, count))
            print_row(out, row, v, count);
    for (int i = 0; i < count; i++) {
        verdicts_count(&v[i], NULL, n);
        for (int k = 0; k < v[i].count; k++)
            weak += verdict_is_weak(&v[i].judgement[k]);
    }
    fprintf(out, "%d comparisons: %d supported, %d refuted, %d inconclusive, %d not run\n",
            n[SUPPORTED] + n[REFUTED] + n[INCONCLUSIVE] + n[NOT_RUN], n[SUPPORTED], n[REFUTED],
            n[INCONCLUSIVE], n[NOT_RUN]);
    if (weak)
        fprintf(out,
                "* %d do not stand when p is corrected for all claims of the experiment (Holm)\n",
                weak);
}

/* ---- of one experiment ---- */

/* The printed values of CLAIM_PRINTED, one by one. */
static void print_printed(FILE *out, const struct claim *c, const struct results *r)
{
    const struct record **record;
    int count = records_in(r, c->a, &record);

    fprintf(out, "      %8s %10s %10s %10s %10s\n", "epoch", "printed", "mean", "least", "largest");
    for (const struct printed *p = c->printed; p->epoch > 0; p++) {
        struct spread s = spread_at(c->of.metric, record, count, p->epoch);

        fprintf(out, "      %8g %10.4g", p->epoch, p->value);
        if (s.n == 0)
            fprintf(out, " %10s %10s %10s\n", "-", "-", "-");
        else
            fprintf(out, " %10.4g %10.4g %10.4g%s\n", s.mean, s.low, s.high,
                    spread_holds(&s, p->value, c->margin) ? "" : "   outside");
    }
    free(record);
}

void verdicts_print(FILE *out, const struct verdicts *v, const struct results *r)
{
    for (int i = 0; i < v->count; i++) {
        const struct claim *c = &v->experiment->claims[i];
        const struct judgement *j = &v->judgement[i];
        struct text what = {0}, evidence = {0};
        char *verdict;

        claim_print(c, &what);
        verdict = format_new("%s%s", verdict_name[j->verdict], verdict_is_weak(j) ? "*" : "");
        fprintf(out, "  %-12s %s [%s; %s]\n", verdict, what.s, c->id, c->source);
        free(verdict);
        if (j->verdict != NOT_RUN && c->kind != CLAIM_REFUSED && c->kind != CLAIM_PRINTED) {
            claim_print_comparison(c, &evidence);
            text_add(&evidence, ": ");
        }
        claim_print_evidence(c, j, &evidence);
        if (j->verdict == INCONCLUSIVE)
            text_add(&evidence, "; ");
        claim_print_remedy(c, j, &evidence);
        fprintf(out, "    %s\n", evidence.s);
        if (c->kind == CLAIM_PRINTED && j->verdict != NOT_RUN)
            print_printed(out, c, r);
        text_clear(&what);
        text_clear(&evidence);
    }
}

/* ---- JSON ---- */

static void add_name(struct text *out, const char *name)
{
    bool first = out->length && out->s[out->length - 1] == '{';

    text_add(out, "%s", first ? "" : ", ");
    text_add_json(out, name);
    text_add(out, ": ");
}

/* A field; NULL is null. */
static void add_text(struct text *out, const char *name, const char *value)
{
    add_name(out, name);
    if (value)
        text_add_json(out, value);
    else
        text_add(out, "null");
}

/* What is not finite is null. */
static void add_number(struct text *out, const char *name, double v)
{
    char number[32];

    add_name(out, name);
    format_double(number, v);
    text_add(out, "%s", isfinite(v) ? number : "null");
}

static void add_bool(struct text *out, const char *name, bool v)
{
    add_name(out, name);
    text_add(out, v ? "true" : "false");
}

static void add_said(struct text *out, const char *name, struct text *said)
{
    add_text(out, name, said->length ? said->s : NULL);
    text_clear(said);
}

static void add_pairs(const struct judgement *j, struct text *out)
{
    add_name(out, "seeds");
    text_add(out, "[");
    for (int i = 0; i < j->pairs; i++) {
        text_add(out, i ? ", {" : "{");
        add_number(out, "seed", (double)j->pair[i].seed);
        add_number(out, "a", j->pair[i].a);
        add_number(out, "b", j->pair[i].b);
        add_number(out, "difference", j->pair[i].d);
        text_add(out, "}");
    }
    text_add(out, "]");
}

/* Differences of claims by ratio are natural logarithms, as they are judged; `factor` and its ends are what
 * they stand for. */
static void add_difference(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct interval *d = &j->difference;

    add_number(out, "n", d->n);
    add_number(out, "mean", d->mean);
    add_number(out, "low", d->low);
    add_number(out, "high", d->high);
    add_number(out, "sd", d->sd);
    add_number(out, "median", j->median);
    add_number(out, "iqm", j->iqm);
    add_number(out, "bootstrap_low", j->boot_low);
    add_number(out, "bootstrap_high", j->boot_high);
    if (c->ratio) {
        add_number(out, "factor", exp(d->mean));
        add_number(out, "factor_low", exp(d->low));
        add_number(out, "factor_high", exp(d->high));
    }
    add_number(out, "p", j->p);
    add_number(out, "p_holm", j->p_holm);
    add_number(out, "improvement", j->improvement);
}

static void add_claim(const struct verdicts *v, int i, struct text *out)
{
    static const char *const kind[] = {[CLAIM_MORE] = "more",
                                       [CLAIM_LESS] = "less",
                                       [CLAIM_SAME] = "same",
                                       [CLAIM_REFUSED] = "refused",
                                       [CLAIM_PRINTED] = "printed"};
    const struct claim *c = &v->experiment->claims[i];
    const struct judgement *j = &v->judgement[i];
    struct text t = {0};

    text_add(out, "{");
    add_text(out, "experiment", v->experiment->name);
    claim_print(c, &t);
    add_said(out, "claim", &t);
    add_text(out, "source", c->source);
    add_text(out, "verdict", verdict_name[j->verdict]);
    add_text(out, "asks", kind[c->kind]);
    add_number(out, "margin", c->margin);
    add_text(out, "unit", c->ratio ? "log" : measure_difference_unit(&c->of));
    add_bool(out, "stands_by_holm", !verdict_is_weak(j));
    claim_print_comparison(c, &t);
    add_said(out, "comparison", &t);
    claim_print_evidence(c, j, &t);
    add_said(out, "evidence", &t);
    claim_print_remedy(c, j, &t);
    add_said(out, "remedy", &t);
    add_number(out, "seeds_needed", j->seeds_needed > 0 ? j->seeds_needed : NAN);
    add_difference(c, j, out);
    add_number(out, "lost_a", j->lost_a);
    add_number(out, "lost_b", j->lost_b);
    add_number(out, "lost_both", j->lost_both);
    add_number(out, "refused", j->refused);
    add_bool(out, "bound_a", j->bound_a);
    add_bool(out, "bound_b", j->bound_b);
    add_bool(out, "ambiguous", j->ambiguous);
    claim_command(v, c, &t);
    add_said(out, "command", &t);
    add_pairs(j, out);
    text_add(out, "}");
}

static void add_row(const struct claim_row *row, const struct verdicts *v, int count,
                    struct text *out)
{
    bool first = true;

    text_add(out, "{");
    add_text(out, "id", row->id);
    add_text(out, "text", row->text);
    add_text(out, "from", row->from);
    add_text(out, "test", row->test);
    add_text(out, "missing_experiment", row->missing);
    add_name(out, "comparisons");
    text_add(out, "[");
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++)
            if (strcmp(v[i].experiment->claims[k].id, row->id) == 0) {
                text_add(out, first ? "\n   " : ",\n   ");
                add_claim(&v[i], k, out);
                first = false;
            }
    text_add(out, "]}");
}

void ledger_print_json(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                       bool only_claimed)
{
    struct text t = {0};

    text_add(&t, "[");
    for (const struct claim_row *row = rows; row->id; row++)
        if (!only_claimed || is_claimed(row, v, count)) {
            text_add(&t, t.length > 1 ? ",\n " : "\n ");
            add_row(row, v, count, &t);
        }
    fprintf(out, "%s\n]\n", t.s);
    text_clear(&t);
}
