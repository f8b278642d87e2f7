/* Writes the result of a claim, and the answer to a row of the ledger, as one plain sentence. */
#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "judge/ledger.h"
#include "store/cell.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* the answer to a row has the results of at most this many comparisons */
enum { MOST_RESULTS = 4 };

/* ---- frames ---- */

/* A sentence around the result of a comparison: the text before and after it, and the words in it. Which words there are
 * says how the result is written:
 *
 *   more and less    a difference: "28.8 points higher (25.7 to 39.9)"; `more` when it is above 0, `less` when below
 *   more alone       a ratio: "1.5 times as many (1.0 to 2.0)"
 *   neither          a number that is compared with a value: "4.93 (4.91 to 5.01)", or a count: "5 of 6"
 */
struct frame {
    struct text before, after;
    char *more, *less; /* NULL: none */
};

static void frame_clear(struct frame *f)
{
    text_clear(&f->before);
    text_clear(&f->after);
    free(f->more);
    free(f->less);
    *f = (struct frame){0};
}

/* True when the claim is about a difference or a ratio of numbers. */
static bool compares(const struct claim *c)
{
    return c->kind == CLAIM_MORE || c->kind == CLAIM_LESS || c->kind == CLAIM_SAME;
}

const char *claim_answer_fault(const struct claim *c)
{
    const char *open = c->answer ? strchr(c->answer, '{') : NULL, *end, *bar;

    if (!c->answer)
        return c->where || c->order ? "with 'where' or 'order' needs 'answer'" : NULL;
    end = open ? strchr(open, '}') : NULL;
    if (!end || strpbrk(end + 1, "{}") || memchr(open + 1, '{', (size_t)(end - open - 1)))
        return "with 'answer' needs one place for the number in it, as {higher|lower}, {as high} or {}";
    bar = memchr(open, '|', (size_t)(end - open));
    if (end == open + 1) /* {} */
        return compares(c) && c->b
                   ? "that compares two cells needs words in its 'answer', as {higher|lower}"
                   : NULL;
    if (!compares(c))
        return "that expects 'refused' or 'printed' needs {} in its 'answer', for the count";
    if (bar && c->ratio)
        return "with a 'factor' needs one phrase in its 'answer', as {as high}";
    if (!c->ratio && (!bar || bar == open + 1 || bar + 1 == end))
        return "with a 'margin' needs two words in its 'answer', as {higher|lower}";
    return NULL;
}

/* Parses the claim's answer, which claim_answer_fault() has checked. */
static struct frame frame_of_answer(const struct claim *c)
{
    const char *open = strchr(c->answer, '{'), *end = strchr(open, '}');
    const char *bar = memchr(open, '|', (size_t)(end - open));
    struct frame f = {0};

    text_addn(&f.before, c->answer, (size_t)(open - c->answer));
    text_adds(&f.after, end + 1);
    if (end > open + 1)
        f.more = xstrndup(open + 1, (size_t)((bar ? bar : end) - open - 1));
    if (bar)
        f.less = xstrndup(bar + 1, (size_t)(end - bar - 1));
    return f;
}

/* Adds pairs of key and value of `own`, such as "norm=batchnorm, batch=2": if `shared`, the pairs that `other` also has;
 * else the pairs that `other` lacks. */
static void add_pairs(struct text *out, const struct config *own, const struct config *other,
                      bool shared)
{
    bool first = true;

    for (int i = 0; i < own->count; i++) {
        const char *value = config_get(other, own->item[i].key);

        if ((value && strcmp(value, own->item[i].value) == 0) != shared)
            continue;
        text_add(out, first ? "" : ", ");
        config_print_pair(own->item[i].key, own->item[i].value, out);
        first = false;
    }
}

/* What two cells are called: the pairs that only one of them has ("other trials" when it has none), and those that both
 * have. */
struct names {
    struct text a, b, shared;
};

static struct names names_of(const struct claim *c)
{
    struct config a = {0}, b = {0};
    struct names n = {0};

    cell_parse(c->a, &a);
    cell_parse(c->b, &b);
    add_pairs(&n.a, &a, &b, false);
    add_pairs(&n.b, &b, &a, false);
    add_pairs(&n.shared, &a, &b, true);
    text_adds(&n.a, n.a.length ? "" : "other trials");
    text_adds(&n.b, n.b.length ? "" : "other trials");
    config_clear(&a);
    config_clear(&b);
    return n;
}

static void names_clear(struct names *n)
{
    text_clear(&n->a);
    text_clear(&n->b);
    text_clear(&n->shared);
}

/* Makes the frame of a claim that compares two cells and has no answer of its own: it names the keys in which the cells
 * differ, then those that they share. */
static void frame_two_cells(struct frame *f, const struct claim *c)
{
    struct names n = names_of(c);

    measure_print(&c->of, &f->before);
    if (c->a_base)
        text_add(&f->before, " changes by ");
    else
        text_add(&f->before, " is ");
    if (c->a_base)
        text_add(&f->after, " from %s to %s than from %s to %s", c->a_base, c->a, c->b_base, c->b);
    else
        text_add(&f->after, " with %s %s with %s", n.a.s, c->ratio ? "as" : "than", n.b.s);
    if (n.shared.length && !c->a_base)
        text_add(&f->after, " (%s)", n.shared.s);
    names_clear(&n);
}

/* Makes the frame of a claim without an answer of its own, from its measure and its cells. */
static struct frame frame_of_cells(const struct claim *c)
{
    const char *cell = *c->a ? c->a : "all settings";
    struct frame f = {0};

    if (c->kind == CLAIM_REFUSED) {
        text_add(&f.before, "set-up refuses ");
        text_add(&f.after, " trainings with %s", cell);
    } else if (c->kind == CLAIM_PRINTED) {
        text_add(&f.before, "of the printed values of ");
        measure_print(&c->of, &f.before);
        text_add(&f.before, ", ");
        text_add(&f.after, " lie within the spread of the seeds with %s", cell);
    } else if (!c->b) {
        measure_print(&c->of, &f.before);
        text_add(&f.before, " is ");
        text_add(&f.after, " with %s, where the claim has %g", cell, c->value);
    } else {
        frame_two_cells(&f, c);
        f.more = xstrdup(c->ratio ? "as high" : c->a_base ? "more" : "higher");
        f.less = c->ratio ? NULL : xstrdup(c->a_base ? "less" : "lower");
    }
    return f;
}

static struct frame frame_of(const struct claim *c)
{
    return c->answer ? frame_of_answer(c) : frame_of_cells(c);
}

/* ---- results ---- */

/* Adds a number with three significant digits, or with two when its size is below 1. */
static void add_size(struct text *out, double v)
{
    double size = fabs(v);

    text_add(out, size >= 999.5 ? "%.0f" : size >= 0.995 ? "%.3g" : "%.2g", v);
}

/* Adds "low to high"; "at most high" or "low or more" when one end is infinite. low_word and high_word are written after
 * their numbers; they may be "". */
static void add_ends(struct text *out, double low, const char *low_word, double high,
                     const char *high_word)
{
    if (isinf(low) && isinf(high)) {
        text_add(out, "no limit");
        return;
    }
    text_add(out, isinf(low) ? "at most " : "");
    if (!isinf(low)) {
        add_size(out, low);
        text_add(out, "%s%s%s", *low_word ? " " : "", low_word,
                 !isinf(high) ? " to "
                 : *low_word  ? " to no limit"
                              : " or more");
    }
    if (!isinf(high)) {
        add_size(out, high);
        text_add(out, "%s%s", *high_word ? " " : "", high_word);
    }
}

/* Adds the interval of a difference, as distances from 0. When the ends lie on different sides of 0, each has the word
 * for its side, as "18.6 lower to 19.6 higher". */
static void add_range(struct text *out, const struct interval *d, const struct frame *f)
{
    bool up = d->mean >= 0;
    double near = up ? d->low : -d->high, far = up ? d->high : -d->low;

    if (near < 0)
        add_ends(out, isinf(near) ? near : -near, up ? f->less : f->more, far,
                 up ? f->more : f->less);
    else
        add_ends(out, near, "", far, "");
}

/* Adds, in brackets: the interval, the value of a theory, how many seeds learn, and in how many pairs a trial was
 * unsuccessful. */
static void add_brackets(struct text *out, const struct claim *c, const struct judgement *j,
                         const struct frame *f)
{
    const struct paired *p = &j->paired;
    const struct interval *d = &p->difference;
    int unsuccessful = paired_unsuccessful(p);

    text_add(out, " (");
    if (d->n == 1)
        text_add(out, "one seed");
    else if (isnan(d->low) || isnan(d->high) || (d->sd == 0 && d->low == d->high))
        text_add(out, "the same in all %d seeds", d->n);
    else if (f->less)
        add_range(out, d, f);
    else if (c->ratio)
        add_ends(out, (f->more ? 1 : c->value) * exp(d->low), "",
                 (f->more ? 1 : c->value) * exp(d->high), "");
    else
        add_ends(out, c->value + d->low, "", c->value + d->high, "");
    if (c->theory && !f->more) {
        text_add(out, "; theory ");
        add_size(out, c->value);
    }
    if (p->parts && c->b)
        text_add(out, "; %d and %d of %d seeds learn", p->learn_a, p->learn_b, p->pairs);
    else if (p->parts)
        text_add(out, "; %d of %d seeds learn", p->learn_a, p->pairs);
    if (unsuccessful)
        text_add(out, "; %d of %d pairs %s", unsuccessful, p->pairs, measure_fate(&c->of));
    text_add(out, ")");
}

/* Adds the result of the comparison in the form that the frame's words stand for. */
static void add_result(struct text *out, const struct claim *c, const struct judgement *j,
                       const struct frame *f)
{
    double d = j->paired.difference.mean;
    const char *unit = f->less ? measure_difference_unit(&c->of) : measure_unit(&c->of);
    struct text size = {0};

    if (!compares(c)) {
        text_add(out, "%d of %d", j->within, j->checked);
        return;
    }
    if (f->less)
        add_size(&size, fabs(d));
    else if (c->ratio)
        add_size(&size, (f->more ? 1 : c->value) * exp(d));
    else
        add_size(&size, c->value + d);
    text_adds(out, size.s);
    if (strcmp(size.s, "1") == 0 && strcmp(unit, "points") == 0)
        unit = "point";
    text_clear(&size);
    if (c->ratio && f->more)
        text_add(out, " times %s", f->more);
    else
        text_add(out, "%s%s", *unit ? " " : "", unit);
    if (f->less)
        text_add(out, " %s", d < 0 ? f->less : f->more);
    add_brackets(out, c, j, f);
}

/* True when the comparison has a result for a sentence: it was judged, no cell has several trials of a seed, and some
 * seed has a number. */
static bool has_result(const struct claim *c, const struct judgement *j)
{
    if (j->verdict == NOT_RUN || j->paired.ambiguous)
        return false;
    return compares(c) ? j->paired.difference.n > 0 : j->checked > 0;
}

/* Adds the words as a sentence, with a capital letter and a full stop. Adds nothing when there are none. Clears words. */
static void add_sentence(struct text *out, struct text *words)
{
    if (words->length)
        text_add(out, "%c%s.", ascii_upper(words->s[0]), words->s + 1);
    text_clear(words);
}

/* ---- rows of the ledger ---- */

/* A claim with its judgement. The functions below have the comparisons of a row in arrays of these, in the order of
 * experiments and their claims. */
struct comparison_ref {
    const struct claim *claim;
    const struct judgement *judgement;
};

/* Sets *out to a new array of the row's comparisons that have a result. Returns their number. */
static int results_of(const struct verdicts *v, int count, const char *id,
                      struct comparison_ref **out)
{
    int n = 0;

    *out = NULL;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++)
            if (strcmp(v[i].claims[k].id, id) == 0 &&
                has_result(&v[i].claims[k], &v[i].judgement[k]))
                array_add(*out, n) = (struct comparison_ref){&v[i].claims[k], &v[i].judgement[k]};
    return n;
}

/* True when claim a, rather than b, gives the answer to the row: only a has an answer of its own; or both have one, or
 * neither has, and a's order is smaller. (The claim that gives the answer is called the speaker.) */
static bool speaks_before(const struct claim *a, const struct claim *b)
{
    int order_a = a->order ? a->order : LEDGER_LAST, order_b = b->order ? b->order : LEDGER_LAST;

    if (!a->answer != !b->answer)
        return a->answer;
    return order_a < order_b;
}

/* True when the result of c can be added to the sentence of the speaker, another claim of the row: both have the same
 * answer and a `where`, both or neither compare by ratio, and both or neither have a cell b. */
static bool shares_sentence(const struct claim *c, const struct claim *speaker)
{
    return c->answer && speaker->answer && strcmp(c->answer, speaker->answer) == 0 && c->where &&
           speaker->where && c->ratio == speaker->ratio && !c->b == !speaker->b;
}

/* Adds the result of the speaker and those that share its sentence, joined as "x in an MLP and y in a residual net". */
static void add_results(struct text *out, const struct comparison_ref *all, int n,
                        const struct claim *speaker, const struct frame *f)
{
    const struct comparison_ref *result[MOST_RESULTS];
    int results = 0, reserved = 1; /* for the speaker, until it is among the results */

    for (int i = 0; i < n; i++) {
        bool speaks = all[i].claim == speaker;

        if (speaks)
            reserved = 0;
        if (speaks || (results + reserved < MOST_RESULTS && shares_sentence(all[i].claim, speaker)))
            result[results++] = &all[i];
    }
    for (int i = 0; i < results; i++) {
        const struct comparison_ref *one = result[i];

        text_add(out, i == 0 ? "" : i + 1 < results ? ", " : " and ");
        add_result(out, one->claim, one->judgement, f);
        if (one->claim->where)
            text_add(out, " %s", one->claim->where);
    }
}

/* Adds the sentence of the speaker, with the results of all comparisons that have its answer. */
static void add_answer(struct text *out, const struct comparison_ref *all, int n,
                       const struct claim *speaker)
{
    struct frame f = frame_of(speaker);
    struct text words = {0};

    text_adds(&words, text_str(&f.before));
    add_results(&words, all, n, speaker, &f);
    text_adds(&words, text_str(&f.after));
    add_sentence(out, &words);
    frame_clear(&f);
}

/* Adds in how many pairs the trials of each cell were unsuccessful, or learned, as the sentence of a comparison of which no
 * pair has a number. */
static void add_counts(struct text *out, const struct claim *c, const struct paired *p)
{
    const char *fate = p->parts ? "learn" : measure_fate(&c->of);
    int a = p->parts ? p->learn_a : p->unsuccessful_a + p->unsuccessful_both,
        b = p->parts ? p->learn_b : p->unsuccessful_b + p->unsuccessful_both;
    struct text words = {0};

    if (c->b) {
        struct names n = names_of(c);

        text_add(&words, "%d of %d seeds %s with %s, and %d of %d with %s", a, p->pairs, fate,
                 n.a.s, b, p->pairs, n.b.s);
        if (n.shared.length)
            text_add(&words, " (%s)", n.shared.s);
        names_clear(&n);
    } else
        text_add(&words, "%d of %d seeds %s with %s", a, p->pairs, fate,
                 *c->a ? c->a : "all settings");
    add_sentence(out, &words);
}

void claim_print_answer(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct paired *p = &j->paired;

    if (has_result(c, j))
        add_answer(out, &(struct comparison_ref){c, j}, 1, c);
    else if (j->verdict != NOT_RUN && compares(c) && p->difference.n == 0 && !p->ambiguous &&
             !c->a_base && (p->parts || paired_unsuccessful(p)))
        add_counts(out, c, p);
}

void ledger_print_answer(const struct verdicts *v, int count, const char *id, struct text *out)
{
    struct comparison_ref *all;
    int n = results_of(v, count, id, &all);
    const struct claim *speaker = n ? all[0].claim : NULL;

    for (int i = 1; i < n; i++)
        if (speaks_before(all[i].claim, speaker))
            speaker = all[i].claim;
    if (speaker)
        add_answer(out, all, n, speaker);
    free(all);
}

int ledger_order(const struct verdicts *v, int count, const char *id)
{
    int order = LEDGER_LAST;

    for (int i = 0; i < count; i++)
        for (const struct claim *c = v[i].claims; c && c->id; c++)
            if (c->order && c->order < order && strcmp(c->id, id) == 0)
                order = c->order;
    return order;
}
