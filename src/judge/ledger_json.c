/* Prints the ledger as JSON: an array of rows, each with its claims. */
#include "base/formats/json.h"
#include "judge/ledger.h"
#include <math.h>
#include <string.h>

/* Adds a member whose value is the text in t, or null when t is empty. Clears t. */
static void add_text(struct text *out, const char *name, struct text *t)
{
    json_text(out, name, t->length ? t->s : NULL);
    text_clear(t);
}

/* Adds the ends of an interval. An infinite end is null, and a flag says that it is unbounded. */
static void add_ends(struct text *out, double low, double high)
{
    json_number(out, "low", low);
    json_number(out, "high", high);
    json_flag(out, "low_unbounded", isinf(low));
    json_flag(out, "high_unbounded", isinf(high));
}

static void add_pairs(const struct paired *p, struct text *out)
{
    json_name(out, "seeds");
    text_add(out, "[");
    for (int i = 0; i < p->pairs; i++) {
        json_item(out);
        text_add(out, "{");
        json_number(out, "seed", (double)p->pair[i].seed);
        json_number(out, "a", p->pair[i].a);
        json_number(out, "b", p->pair[i].b);
        json_number(out, "difference", p->pair[i].d);
        add_ends(out, p->pair[i].low, p->pair[i].high);
        text_add(out, "}");
    }
    text_add(out, "]");
}

/* Adds the mean difference and its statistics. For a claim by ratio these are natural logarithms; `factor` and its
 * ends are their exponentials. */
static void add_difference(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct interval *d = &j->paired.difference;

    json_number(out, "n", d->n);
    json_number(out, "mean", d->mean);
    add_ends(out, d->low, d->high);
    json_flag(out, "stepped", j->paired.stepped);
    json_number(out, "sd", d->sd);
    json_number(out, "median", j->median);
    json_number(out, "iqm", j->iqm);
    json_number(out, "student_low", j->student.low);
    json_number(out, "student_high", j->student.high);
    if (c->ratio) {
        json_number(out, "factor", exp(d->mean));
        json_number(out, "factor_low", exp(d->low));
        json_number(out, "factor_high", exp(d->high));
    }
    json_number(out, "p", j->p);
    json_number(out, "p_holm", j->p_holm);
    json_number(out, "p_fdr", j->p_fdr);
    json_flag(out, "by_ranks", j->ranked);
    json_flag(out, "by_shares", j->by_shares);
    json_flag(out, "test_samples", j->paired.sampling.samples > 0);
    json_number(out, "improvement", j->improvement);
}

/* Adds how many pairs have no difference, for each reason. If only some seeds learn, adds how many learn. For REFUSED
 * and PRINTED, adds the number of trials or values of which the claim is true. */
static void add_counts(const struct judgement *j, struct text *out)
{
    const struct paired *p = &j->paired;

    json_number(out, "unsuccessful_a", p->unsuccessful_a);
    json_number(out, "unsuccessful_b", p->unsuccessful_b);
    json_number(out, "unsuccessful_both", p->unsuccessful_both);
    json_number(out, "learn_a", p->parts ? p->learn_a : NAN);
    json_number(out, "learn_b", p->parts ? p->learn_b : NAN);
    json_number(out, "refused", p->refused);
    json_number(out, "no_ratio", p->no_ratio);
    json_number(out, "within", j->checked ? j->within : NAN);
    json_number(out, "of_printed", j->checked ? j->checked : NAN);
    json_number(out, "error_rate", j->error_rate);
    json_flag(out, "bound_a", p->bound_a);
    json_flag(out, "bound_b", p->bound_b);
    json_number(out, "edge_a", p->edge_a);
    json_number(out, "edge_b", p->edge_b);
    json_flag(out, "ambiguous", p->ambiguous);
}

static void add_claim(const struct verdicts *v, int i, struct text *out)
{
    static const char *const kind[] = {[CLAIM_MORE] = "more",
                                       [CLAIM_LESS] = "less",
                                       [CLAIM_SAME] = "same",
                                       [CLAIM_REFUSED] = "refused",
                                       [CLAIM_PRINTED] = "printed"};
    const struct claim *c = &v->claims[i];
    const struct judgement *j = &v->judgement[i];
    bool corrected = verdict_is_decided(j) && !isnan(j->p_holm);
    struct text t = {0};

    text_add(out, "{");
    json_text(out, "experiment", v->plan->name);
    json_number(out, "results_version", v->run ? v->version : NAN);
    json_text(out, "preset", v->preset);
    json_text(out, "left_out", v->left_out);
    json_text(out, "others", v->others);
    claim_print(c, &t);
    add_text(out, "claim", &t);
    json_text(out, "source", c->source);
    json_text(out, "verdict", verdict_name[j->verdict]);
    json_text(out, "asks", kind[c->kind]);
    json_number(out, "margin", c->ratio ? log(c->margin) : c->margin);
    if (c->ratio)
        json_number(out, "factor_margin", c->margin);
    json_number(out, "half_margin",
                c->kind <= CLAIM_SAME && j->verdict != NOT_RUN ? claim_half_margin(c, &j->paired)
                                                               : NAN);
    json_text(out, "unit", c->ratio ? "log" : measure_difference_unit(&c->of));
    if (corrected)
        json_flag(out, "stands_by_holm", !verdict_is_weak(j));
    else
        json_text(out, "stands_by_holm", NULL);
    if (corrected && !isnan(j->p_fdr))
        json_flag(out, "stands_by_fdr", verdict_stands_by_fdr(j));
    else
        json_text(out, "stands_by_fdr", NULL);
    claim_print_comparison(c, &t);
    add_text(out, "comparison", &t);
    claim_print_evidence(c, j, &t);
    add_text(out, "evidence", &t);
    claim_print_remedy(c, j, &t);
    add_text(out, "remedy", &t);
    json_text(out, "note", c->note);
    json_number(out, "fresh_seeds", j->fresh_seeds);
    json_number(out, "first_fresh_seed", j->fresh_seeds ? j->first_fresh : NAN);
    json_number(out, "seeds_needed", j->seeds_needed > 0 ? j->seeds_needed : NAN);
    add_difference(c, j, out);
    add_counts(j, out);
    claim_command(v, c, &t);
    add_text(out, "command", &t);
    add_pairs(&j->paired, out);
    text_add(out, "}");
}

static void add_row(const struct claim_row *row, const struct verdicts *v, int count,
                    struct text *out)
{
    struct text answer = {0};

    text_add(out, "{");
    json_text(out, "id", row->id);
    json_text(out, "text", row->text);
    json_text(out, "from", row->from);
    ledger_print_answer(v, count, row->id, &answer);
    add_text(out, "answer", &answer);
    json_text(out, "test", row->test);
    json_text(out, "missing_experiment", row->missing);
    json_name(out, "comparisons");
    text_add(out, "[");
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++)
            if (strcmp(v[i].claims[k].id, row->id) == 0) {
                json_line(out, "   ");
                add_claim(&v[i], k, out);
            }
    text_add(out, "]}");
}

void ledger_print_json(FILE *out, const struct claim_row *rows, const struct verdicts *v, int count,
                       bool only_claimed)
{
    struct text t = {0};

    text_add(&t, "[");
    for (const struct claim_row *row = rows; row->id; row++)
        if (!only_claimed || ledger_count(v, count, row->id).all) {
            json_line(&t, " ");
            add_row(row, v, count, &t);
        }
    fprintf(out, "%s\n]\n", t.s);
    text_clear(&t);
}
