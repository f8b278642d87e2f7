/* Judges the claims of experiments, and writes the commands that run their trials again. */
#include "base/arena.h"
#include "base/formats/values.h"
#include "base/list.h"
#include "base/sha256.h"
#include "judge/ledger.h"
#include "store/description.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- judging ---- */

void verdicts_init(struct verdicts *v, const struct plan *plan, const struct claim *claims)
{
    *v = (struct verdicts){.plan = plan, .claims = claims, .count = claims_count(claims)};
    v->judgement = xcalloc((size_t)v->count + 1, sizeof *v->judgement);
    for (int i = 0; i < v->count; i++)
        v->judgement[i] = judgement_none();
}

/* Sets p_holm of all claims. */
static void correct_by_holm(struct verdicts *v)
{
    double *p = xcalloc((size_t)v->count + 1, sizeof *p);

    for (int i = 0; i < v->count; i++)
        p[i] = v->judgement[i].p;
    stats_holm(v->count, p, p);
    for (int i = 0; i < v->count; i++)
        v->judgement[i].p_holm = p[i];
    free(p);
}

void ledger_correct(struct verdicts *v, int count)
{
    double *p = NULL;
    int n = 0;

    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++)
            array_add(p, n) = v[i].judgement[k].p;
    stats_benjamini_hochberg(n, p, p);
    n = 0;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++)
            v[i].judgement[k].p_fdr = p[n++];
    free(p);
}

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* Returns the seeds of the trials below first_fresh (0: all seeds) in the form of --seeds, such as "0-4,7"; a new string.
 */
static char *seeds_of(const struct results *r, int first_fresh)
{
    int64_t *seed = xcalloc((size_t)r->records + 1, sizeof *seed);
    struct text t = {0};
    int n = 0;

    for (int i = 0; i < r->records; i++)
        if (!first_fresh || r->record[i].seed < first_fresh)
            seed[n++] = r->record[i].seed;
    qsort(seed, (size_t)n, sizeof *seed, by_size);
    for (int i = 0, last; i < n; i = last + 1) {
        for (last = i; last + 1 < n && seed[last + 1] <= seed[last] + 1;)
            last++;
        text_add_item(&t, ",", "%lld", (long long)seed[i]);
        if (seed[last] > seed[i])
            text_add(&t, "-%lld", (long long)seed[last]);
    }
    free(seed);
    return t.s ? t.s : xstrdup("");
}

/* Makes the verdict open when it comes from fewer than `least` seeds. */
static void require_seeds(struct judgement *j, const struct claim *c, int least)
{
    /* Tests of ranks and of shares use all pairs, intervals the pairs with a difference, spreads the seeds with values. */
    int seeds = j->ranked || j->by_shares ? j->paired.pairs : j->paired.difference.n;

    if (c->kind == CLAIM_REFUSED || seeds >= least || j->verdict >= OPEN)
        return;
    j->verdict = OPEN;
    j->least_seeds = least;
}

void claim_id(const struct claim *c, char id[CLAIM_ID])
{
    struct cells cells = claim_cells(c);
    struct text t = {0};
    char hex[65];

    measure_print(&c->of, &t);
    for (int i = 0; i < PAIRED_CELLS; i++)
        text_add(&t, "\n%s", cells.cell[i] ? cells.cell[i] : "");
    text_add(&t, "\nkind %d, ratio %d, margin %.17g, value %.17g", c->kind, c->ratio, c->margin,
             c->value);
    sha256_hex(t.s, t.length, hex);
    memcpy(id, hex, CLAIM_ID - 1);
    id[CLAIM_ID - 1] = '\0';
    text_clear(&t);
}

/* Returns a new string "AXIS=VALUE,..." with the values that the registration has in all cells together; NULL when it
 * has no axis. */
static char *axis_of(const struct registration *g)
{
    struct list all = {0};
    char *joined, *text;

    if (!g->axis)
        return NULL;
    for (int k = 0; k < REGISTRY_CELLS; k++)
        for (int i = 0; i < g->values[k].count; i++)
            list_add_new(&all, g->values[k].item[i]);
    joined = list_join(&all, ",");
    text = format_new("%s=%s", g->axis, joined);
    free(joined);
    list_clear(&all);
    return text;
}

/* Returns why a claim was not judged on the results r, a new string; NULL when no trial of it was run. others: what is said of
 * trials with other settings; "": there are none. */
static char *why_not_run(const struct claim *c, const struct results *r, const char *others)
{
    enum metric missing = measure_missing_curve(&c->of, r);

    if (missing < METRICS)
        return format_new("not judged: the merged file has no curves of %s; normlab run --force "
                          "makes them anew",
                          metric_info[missing].name);
    return *others ? format_new("not judged: %s", others) : NULL;
}

/* Judges c, the claim with index i of the experiment, on its fresh seeds or, when these are not there, on exploratory seeds. */
static void judge(struct judgement *j, const struct claim *c, const struct selection *s, int i,
                  const struct registry *registry)
{
    struct cells cells = claim_cells(c);
    struct results some = selection_of_cells(s, &cells);
    const char *others = *s->others ? s->others : s->in_cells[i];
    char id[CLAIM_ID];
    int fresh;

    claim_id(c, id);
    fresh = registry_keep(registry, id, &cells, &some);
    *j = claim_judge_by(c, &some, &(struct judging){s->plan->least_seeds, fresh > 0});
    require_seeds(j, c, s->plan->least_seeds);
    j->fresh_seeds = fresh;
    if (fresh) {
        const struct registration *g = registry_find(registry, id);

        j->first_fresh = g->first;
        j->fresh_axis = axis_of(g);
    }
    if (j->verdict == NOT_RUN)
        j->because = why_not_run(c, &some, others);
    free(some.record);
}

void verdicts_select(struct verdicts *v, const struct claim *claims, const struct selection *s,
                     const char *root)
{
    const struct results *r = &s->shown;
    const char *commits = config_get(&r->provenance, "source_commit");
    char *name = sweep_name(s->plan, s->preset, NULL);

    verdicts_init(v, s->plan, claims);
    v->unread = registry_read(&v->registry, root, name) != 0;
    free(name);
    v->run = true;
    v->version = r->version;
    for (int i = 0; i < r->records; i++)
        v->trainings += r->record[i].result.status != TRIAL_REFUSED;
    v->preset = s->plan->preset[s->preset].name;
    v->seeds = seeds_of(r, v->registry.first);
    v->commits = commits ? xstrdup(commits) : NULL;
    v->root = root;
    v->left_out = selection_left_out(s);
    v->others = *s->others ? xstrdup(s->others) : NULL;
    for (int i = 0; i < v->count; i++)
        judge(&v->judgement[i], &claims[i], s, i, &v->registry);
    correct_by_holm(v);
}

void verdicts_clear(struct verdicts *v)
{
    for (int i = 0; i < v->count; i++)
        judgement_clear(&v->judgement[i]);
    free(v->judgement);
    registry_clear(&v->registry);
    free(v->seeds);
    free(v->commits);
    free(v->left_out);
    free(v->others);
    *v = (struct verdicts){0};
}

/* ---- versions and commits of the results ---- */

char *verdicts_stale(const struct verdicts *v)
{
    const struct plan *e = v->plan;

    if (!v->run || v->version == e->version)
        return NULL;
    return format_new("These results are of version %d of the experiment, which is at %d now: "
                      "normlab run %s makes them anew.",
                      v->version, e->version, e->typed);
}

char *verdicts_dirty(const struct verdicts *v)
{
    if (!source_is_dirty(v->commits))
        return NULL;
    return format_new(
        "These results come, some or all, from a build with changes that its commit has not (%s): "
        "nobody can build that program again.",
        v->commits);
}

int verdicts_sampled(const struct verdicts *v)
{
    int n = 0;

    for (int i = 0; i < v->count; i++)
        n += v->judgement[i].paired.sampling.samples > 0;
    return n;
}

char *verdicts_cover(const struct verdicts *v, const struct results *r)
{
    int drawn = 0;
    int sampled = verdicts_sampled(v);
    char *but = sampled
                    ? format_new(", but those of %d claim%s also cover that of the test samples",
                                 sampled, plural(sampled))
                    : xstrdup(""),
         *fresh = NULL, *line;

    for (int i = 0; i < r->records; i++)
        drawn += description_draws(&r->record[i]);
    if (v->hidden)
        fresh = format_new(
            " Tables and figures of trials show seeds below %d. %d trial%s with later seeds, of which %d diverged or were "
            "refused, %s trained for single claims: verdicts marked \"confirmed\" rest on them alone.",
            v->registry.first, v->hidden, plural(v->hidden), v->hidden_unsuccessful,
            v->hidden == 1 ? "was" : "were");
    line = format_new(
        "Intervals cover what differs between seeds: the first weights, the order of the samples and all "
        "that is random in training%s; not another choice of %s%s.%s",
        !drawn ? ""
        : drawn < r->records
            ? ", and which training samples are drawn, of those trials that draw some"
            : ", and which training samples are drawn",
        !drawn               ? "training or test samples"
        : drawn < r->records ? "test samples, nor, for the other trials, of training samples"
                             : "test samples",
        but, fresh ? fresh : "");
    free(but);
    free(fresh);
    return line;
}

char *verdicts_others(const struct verdicts *v)
{
    if (!v->others)
        return NULL;
    return format_new(
        "Other settings than those of preset %s: %s. No claim is judged on these trials.",
        v->preset, v->others);
}

bool verdict_is_decided(const struct judgement *j)
{
    return j->verdict == SUPPORTED || j->verdict == REFUTED;
}

bool verdict_is_weak(const struct judgement *j)
{
    return verdict_is_decided(j) && j->p_holm > 0.05;
}

bool verdict_stands_by_fdr(const struct judgement *j)
{
    return verdict_is_decided(j) && j->p_fdr <= 0.05;
}

char *verdict_word(const struct judgement *j)
{
    return format_new("%s%s%s", verdict_name[j->verdict], verdict_is_weak(j) ? "*" : "",
                      j->fresh_seeds ? ", confirmed" : "");
}

/* ---- rows ---- */

struct verdict_count ledger_count(const struct verdicts *v, int count, const char *id)
{
    struct verdict_count n = {0};

    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++) {
            const struct judgement *j = &v[i].judgement[k];

            if (id && strcmp(v[i].claims[k].id, id))
                continue;
            n.of[j->verdict]++;
            n.weak[j->verdict] += verdict_is_weak(j);
            n.with_fdr += verdict_is_decided(j) && !isnan(j->p_fdr);
            n.by_fdr += verdict_stands_by_fdr(j);
            n.all++;
        }
    return n;
}

static bool has_row(const struct claim_row *rows, int n, const char *id)
{
    for (int i = 0; i < n; i++)
        if (strcmp(rows[i].id, id) == 0)
            return true;
    return false;
}

struct claim_row *ledger_rows(const struct claim_row *rows, const struct verdicts *v, int count)
{
    struct claim_row *all = NULL;
    int n = 0;

    for (; rows->id; rows++)
        array_add(all, n) = *rows;
    for (int i = 0; i < count; i++)
        for (const struct claim *c = v[i].claims; c && c->id; c++)
            if (!has_row(all, n, c->id))
                array_add(all, n) =
                    (struct claim_row){.id = c->id, .text = v[i].plan->title, .from = c->source};
    array_add(all, n) = (struct claim_row){0};
    return all;
}

/* ---- commands ---- */

/* Adds " KEY=VALUE,..." for each key that all cells of the claim name, with its values in these cells. */
static void add_cells(const struct claim *c, struct text *out)
{
    struct cells cells = claim_cells(c);
    struct config own[PAIRED_CELLS] = {{0}};

    for (int i = 0; i < PAIRED_CELLS; i++)
        if (cells.cell[i])
            cell_parse(cells.cell[i], &own[i]);
    for (int k = 0; k < own[0].count; k++) {
        const char *key = own[0].item[k].key;
        struct list values = {0};
        bool everywhere = true;

        for (int i = 0; i < PAIRED_CELLS; i++) {
            const char *value = config_get(&own[i], key);

            everywhere = everywhere && (value || !cells.cell[i]);
            if (value)
                list_add_new(&values, value);
        }
        if (everywhere) {
            char *joined = values_join(&values), *pair = format_new("%s=%s", key, joined);

            text_add(out, " ");
            text_add_shell(out, pair);
            free(pair);
            free(joined);
        }
        list_clear(&values);
    }
    for (int i = 0; i < PAIRED_CELLS; i++)
        config_clear(&own[i]);
}

/* Adds --preset, --seeds and --out of the selection, each unless it is the default of `normlab run`. j: a judgement, whose fresh
 * seeds --seeds gives instead, if it rests on some; or NULL. */
static void add_flags(const struct verdicts *v, const struct judgement *j, struct text *out)
{
    const struct plan *e = v->plan;
    int preset = preset_find(e, v->preset);

    if (preset != plan_main(e))
        text_add(out, " --preset %s", v->preset);
    if (j && j->fresh_seeds)
        text_add(out, " --seeds %d-%d", j->first_fresh, j->first_fresh + j->fresh_seeds - 1);
    else if (strcmp(v->seeds, e->preset[preset].seeds))
        text_add(out, " --seeds %s", v->seeds);
    if (strcmp(v->root, ".")) {
        text_add(out, " --out ");
        text_add_shell(out, v->root);
    }
}

/* Returns the judgement of a claim; NULL when there is none. */
static const struct judgement *judgement_of(const struct verdicts *v, const struct claim *c)
{
    for (int i = 0; i < v->count; i++)
        if (&v->claims[i] == c)
            return &v->judgement[i];
    return NULL;
}

void claim_command(const struct verdicts *v, const struct claim *c, struct text *out)
{
    const struct judgement *j = judgement_of(v, c);

    text_add(out, "normlab run ");
    text_add_shell(out, v->plan->typed);
    if (v->preset)
        add_flags(v, j, out);
    add_cells(c, out);
    if (j && j->fresh_axis)
        text_add(out, " %s", j->fresh_axis);
}
