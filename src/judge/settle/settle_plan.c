/* Which claims are settled within a budget, and the trials of their fresh seeds. */
#include "base/arena.h"
#include "judge/settle/settle.h"
#include "store/cell.h"
#include "sweep/merge.h"
#include "sweep/runs/shard.h"
#include "sweep/runs/survey.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The first fresh seed of a study whose registry is still empty: all trials with it are new. */
static int first_fresh(const struct study *s)
{
    int64_t first = FRESH_FIRST;

    for (int i = 0; i < s->results.records; i++)
        if (s->results.record[i].seed >= first)
            first = s->results.record[i].seed + 1;
    return (int)first;
}

/* Fills the registry and the trials of a study. Returns 0, or -1 after a message. */
static int open_one(struct settle_plan *p, int i)
{
    const struct study *s = &p->study[i];
    struct registry *r = &p->registry[i];
    char *seed, *path;
    int bad;

    if (registry_read(r, s->root, s->name))
        return -1;
    seed = format_new("%d", r->first ? r->first : first_fresh(s));
    path = merge_path(s->root, s->name);
    bad = sweep_expand(&p->sweep[i], s->plan, plan_main(s->plan), NULL, 0, seed);
    if (!bad) {
        int timed = shard_costs(&p->sweep[i], path);

        bad = timed < 0;
        for (int k = 0; k < p->sweep[i].trials && timed == 1; k++)
            p->sweep[i].trial[k].cost = NAN;
    }
    free(path);
    free(seed);
    return bad ? -1 : 0;
}

/* True for the trials of the study's sweep that lie in a cell of the claim: a new array. *whole is set to false when a cell has
 * none, as where the claim is about other data than those of the preset. */
static bool *trials_of(const struct settle_plan *p, const struct settle_item *item, bool *whole)
{
    const struct sweep *s = &p->sweep[item->study];
    struct cells cells = claim_cells(&p->study[item->study].claims[item->claim]);
    bool *of = xcalloc((size_t)s->trials + 1, sizeof *of);

    *whole = true;
    for (int k = 0; k < PAIRED_CELLS; k++) {
        struct config cell = {0};
        bool any = false;

        if (!cells.cell[k])
            continue;
        cell_parse(cells.cell[k], &cell);
        for (int i = 0; i < s->trials; i++) {
            const struct record r = {.config = s->trial[i].config};

            if (record_in_cell(&r, &cell))
                any = of[i] = true;
        }
        *whole = *whole && any;
        config_clear(&cell);
    }
    return of;
}

int settle_sweep(const struct settle_plan *p, const struct settle_item *item, struct sweep *s)
{
    const struct sweep *one = &p->sweep[item->study];
    bool whole, *of = trials_of(p, item, &whole);
    struct list axes = {0};

    *s = (struct sweep){.plan = one->plan, .name = xstrdup(one->name), .execution = one->execution};
    for (int i = 0; i < one->axes; i++)
        list_add(&axes, one->axis[i]);
    s->axis = axes.item;
    s->axes = axes.count;
    for (int i = 0; i < one->trials; i++)
        for (int k = 0; k < item->seeds && of[i]; k++) {
            struct sweep_trial t = {.cost = one->trial[i].cost};
            long first = strtol(config_get(&one->trial[i].config, "seed"), NULL, 10);
            char *seed = format_new("%ld", first + k);

            config_merge(&t.config, &one->trial[i].config);
            config_set(&t.config, "seed", seed);
            trial_key(s->plan, &t.config, t.key);
            array_add(s->trial, s->trials) = t;
            free(seed);
        }
    free(of);
    return merge_mark(s, p->study[item->study].root);
}

/* The seconds of the trials of an item that are not done. Returns 0, or -1 after a message. */
static int time_left(const struct settle_plan *p, const struct settle_item *item, double *seconds)
{
    struct sweep s;
    struct survey survey;

    *seconds = 0;
    if (settle_sweep(p, item, &s)) {
        sweep_clear(&s);
        return -1;
    }
    survey_init(&survey, &s, p->study[item->study].root);
    for (int i = 0; i < s.trials; i++)
        if (survey.state[i] != STATE_DONE)
            *seconds += s.trial[i].cost;
    survey_clear(&survey);
    sweep_clear(&s);
    return 0;
}

/* The claim is registered: its item is run when fresh seeds are missing. A settled claim has no item. */
static int add_registered(struct settle_plan *p, struct settle_item *item,
                          const struct registration *g)
{
    double seconds;

    item->seeds = g->seeds;
    item->registered = true;
    if (time_left(p, item, &seconds))
        return -1;
    item->seconds = seconds;
    array_add(p->item, p->items) = *item;
    return 0;
}

static bool has_trials(const struct settle_plan *p, const struct settle_item *item)
{
    bool whole;

    free(trials_of(p, item, &whole));
    return whole;
}

static bool is_decided(const struct judgement *j)
{
    return j->verdict == SUPPORTED || j->verdict == REFUTED;
}

/* Adds the claims of a study that are open or, if `decided`, not confirmed. Returns 0, or -1 after a message. */
static int add_items(struct settle_plan *p, int study, bool decided)
{
    const struct study *s = &p->study[study];

    for (int i = 0; i < s->verdicts.count; i++) {
        const struct judgement *j = &s->verdicts.judgement[i];
        struct settle_item item = {.study = study, .claim = i, .seconds = NAN};
        const struct registration *g;
        char id[CLAIM_ID];

        claim_id(&s->claims[i], id);
        g = registry_find(&p->registry[study], id);
        if (j->fresh_seeds || (!g && (j->verdict == NOT_RUN || (is_decided(j) && !decided))))
            continue;
        if (g) {
            if (add_registered(p, &item, g))
                return -1;
            continue;
        }
        item.why = settle_question(&s->claims[i], j, &item.from);
        if (!item.why && !has_trials(p, &item))
            item.why = "not trials of the preset";
        item.seeds = item.why ? 0 : settle_seeds(&item.from);
        if (!item.why && !item.seeds)
            item.why = "takes more than 1000 seeds";
        if (item.seeds && item.seeds < s->plan->least_seeds) /* fewer would have no verdict */
            item.seeds = s->plan->least_seeds;
        array_add(p->item, p->items) = item;
    }
    return 0;
}

/* ---- choosing ---- */

/* For each study, how many fresh seeds of each trial are trained for the items that are chosen so far. */
struct chosen {
    int **seeds;
};

/* The seconds of the trials of an item that no chosen item trains. add: notes that this one trains them. */
static double extra_seconds(const struct settle_plan *p, const struct settle_item *item,
                            struct chosen *c, bool add)
{
    const struct sweep *s = &p->sweep[item->study];
    bool whole, *of = trials_of(p, item, &whole);
    double seconds = 0;

    for (int i = 0; i < s->trials; i++) {
        int *known = &c->seeds[item->study][i];

        if (!of[i] || *known >= item->seeds)
            continue;
        seconds += (item->seeds - *known) * s->trial[i].cost;
        if (add)
            *known = item->seeds;
    }
    free(of);
    return seconds;
}

static void swap(struct settle_item *a, struct settle_item *b)
{
    struct settle_item kept = *a;

    *a = *b;
    *b = kept;
}

/* Moves the registered items to the front. Returns their number, and takes their seconds from *seconds. */
static int choose_registered(struct settle_plan *p, struct chosen *c, double *seconds)
{
    int n = 0;

    for (int i = 0; i < p->items; i++)
        if (p->item[i].registered) {
            swap(&p->item[n], &p->item[i]);
            extra_seconds(p, &p->item[n], c, true);
            *seconds -= isnan(p->item[n].seconds) ? 0 : p->item[n].seconds;
            n++;
        }
    return n;
}

/* Orders the items: the registered ones, then the cheapest as long as they fit into the budget, then the others. */
static void choose(struct settle_plan *p, double seconds)
{
    struct chosen c = {xcalloc((size_t)p->studies + 1, sizeof *c.seeds)};
    int n;

    for (int i = 0; i < p->studies; i++)
        c.seeds[i] = xcalloc((size_t)p->sweep[i].trials + 1, sizeof **c.seeds);
    for (n = choose_registered(p, &c, &seconds);; n++) {
        int best = -1;

        for (int i = n; i < p->items; i++) {
            struct settle_item *item = &p->item[i];

            if (item->why)
                continue;
            item->seconds = extra_seconds(p, item, &c, false);
            if (best < 0 || item->seconds < p->item[best].seconds || isnan(p->item[best].seconds))
                best = i;
        }
        if (best < 0 || !(p->item[best].seconds <= seconds))
            break;
        seconds -= extra_seconds(p, &p->item[best], &c, true);
        swap(&p->item[n], &p->item[best]);
    }
    for (int i = n; i < p->items; i++)
        if (!p->item[i].why)
            p->item[i].why = isnan(p->item[i].seconds) ? "times unknown" : "beyond the budget";
    for (int i = 0; i < p->studies; i++)
        free(c.seeds[i]);
    free(c.seeds);
}

int settle_plan(struct settle_plan *p, const struct study *study, int studies, bool decided,
                double seconds)
{
    int bad = 0;

    *p = (struct settle_plan){.study = study, .studies = studies};
    p->registry = xcalloc((size_t)studies + 1, sizeof *p->registry);
    p->sweep = xcalloc((size_t)studies + 1, sizeof *p->sweep);
    for (int i = 0; i < studies && !bad; i++)
        if (!study[i].plan->exclusive)
            bad = open_one(p, i) || add_items(p, i, decided) ? -1 : 0;
    if (bad)
        settle_plan_clear(p);
    else
        choose(p, seconds);
    return bad;
}

void settle_plan_clear(struct settle_plan *p)
{
    for (int i = 0; i < p->studies; i++) {
        registry_clear(&p->registry[i]);
        sweep_clear(&p->sweep[i]);
    }
    free(p->registry);
    free(p->sweep);
    free(p->item);
    *p = (struct settle_plan){0};
}
