/* Plans which claims are settled within a budget of seconds, and makes the trials of their fresh seeds. */
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/values.h"
#include "base/number.h"
#include "base/system/file.h"
#include "judge/settle/settle.h"
#include "store/cell.h"
#include "sweep/merge.h"
#include "sweep/runs/shard.h"
#include "sweep/runs/survey.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SEED_MOST = 2000000000 }; /* the largest first fresh seed */

/* Fills p->registry[i], p->first[i] and p->sweep[i]. Returns 0, or -1 after a message. */
static int open_one(struct settle_plan *p, int i)
{
    const struct study *s = &p->study[i];
    struct registry *r = &p->registry[i];
    char *seed, *path;
    int64_t first;
    int bad;

    if (registry_read(r, s->root, s->name))
        return -1;
    first = registry_next(r, &s->results);
    if (first > SEED_MOST)
        return error("%s: its results have a seed above %d, which leaves none for fresh ones",
                     s->name, SEED_MOST);
    p->first[i] = (int)first;
    seed = format_new("%d", p->first[i]);
    path = merge_path(s->root, s->name);
    bad = sweep_expand(&p->sweep[i], s->plan, plan_main(s->plan), NULL, 0, seed);
    if (!bad) {
        int timed = file_exists(path) ? shard_costs(&p->sweep[i], path) : 1;

        bad = timed < 0;
        for (int k = 0; k < p->sweep[i].trials && timed == 1; k++)
            p->sweep[i].trial[k].cost = NAN;
        p->presets[i] = p->sweep[i].trials;
    }
    free(path);
    free(seed);
    return bad ? -1 : 0;
}

/* Sets item->needs. Returns false when a cell of the claim has no trial in the sweep, for example because the claim is
 * about other data than those of the preset. */
static bool find_trials(const struct settle_plan *p, struct settle_item *item)
{
    const struct sweep *s = &p->sweep[item->study];
    struct cells cells = claim_cells(&p->study[item->study].claims[item->claim]);
    bool whole = true;

    item->needs = xcalloc((size_t)s->trials + 1, sizeof *item->needs);
    for (int k = 0; k < PAIRED_CELLS; k++) {
        struct config cell = {0};
        bool any = false;

        if (!cells.cell[k])
            continue;
        cell_parse(cells.cell[k], &cell);
        for (int i = 0; i < s->trials; i++) {
            const struct record r = {.config = s->trial[i].config};

            if (record_in_cell(&r, &cell))
                any = item->needs[i] = true;
        }
        whole = whole && any;
        config_clear(&cell);
    }
    return whole;
}

/* ---- trials with values on an axis ---- */

/* Returns the estimated seconds of `added`, a trial that the preset lacks. Of the preset's trials in the cell, takes the
 * one with the next smaller and the one with the next larger value of the axis; the result is the longer time of the
 * two. presets: the number of the preset's trials, which are the first ones of the sweep. */
static double seconds_between(const struct sweep *s, int presets, const struct config *cell,
                              const char *axis, const struct config *added)
{
    double x = number_parse(config_get(added, axis), NULL), below = -INFINITY, above = INFINITY;
    double seconds[2] = {NAN, NAN};

    for (int i = 0; i < presets; i++) {
        const struct record r = {.config = s->trial[i].config};
        const char *value = config_get(&r.config, axis);
        double y = value && number_is(value) ? number_parse(value, NULL) : NAN;

        if (!record_in_cell(&r, cell))
            continue;
        if (y <= x && y > below) {
            below = y;
            seconds[0] = s->trial[i].cost;
        }
        if (y >= x && y < above) {
            above = y;
            seconds[1] = s->trial[i].cost;
        }
    }
    return fmax(seconds[0], seconds[1]);
}

/* Returns the index of a trial in the sweep of a study. When the sweep lacks the trial, adds it and enlarges the items'
 * arrays `needs`. */
static int add_trial(struct settle_plan *p, int study, const struct config *config, double seconds)
{
    struct sweep *s = &p->sweep[study];

    sweep_add(s, config, config_get(config, "seed"), seconds);
    for (int i = 0; i < s->trials - 1; i++)
        if (strcmp(s->trial[i].key, s->trial[s->trials - 1].key) == 0) {
            config_clear(&s->trial[--s->trials].config);
            return i;
        }
    for (int i = 0; i < p->items; i++) {
        struct settle_item *item = &p->item[i];

        if (item->study != study)
            continue;
        item->needs = xrealloc(item->needs, ((size_t)s->trials + 1) * sizeof *item->needs);
        item->needs[s->trials - 1] = item->needs[s->trials] = false;
    }
    return s->trials - 1;
}

/* Adds the trials with these values in a cell to item->needs. Returns false unless each value has exactly one trial: in
 * this cell, the preset may have no such axis. */
static bool need_values(struct settle_plan *p, struct settle_item *item, const char *text,
                        const struct list *values)
{
    const struct sweep *one = &p->sweep[item->study];
    struct config cell = {0};
    struct sweep all;
    char *joined = list_join(values, ","), *override = format_new("%s=%s", item->axis.key, joined);
    int found = 0, bad = sweep_expand(&all, one->plan, plan_main(one->plan), &override, 1,
                                      config_get(&one->trial[0].config, "seed"));

    cell_parse(text, &cell);
    for (int i = 0; i < all.trials && !bad; i++) {
        const struct record r = {.config = all.trial[i].config};
        double seconds;
        int trial;

        if (!record_in_cell(&r, &cell))
            continue;
        seconds = seconds_between(one, p->presets[item->study], &cell, item->axis.key, &r.config);
        trial = add_trial(p, item->study, &r.config, seconds); /* may move item->needs */
        item->needs[trial] = true;
        found++;
    }
    sweep_clear(&all);
    config_clear(&cell);
    free(joined);
    free(override);
    return !bad && found == values->count;
}

/* Sets item->needs to the trials with the values of item->axis. Returns false when need_values() returns false for a
 * cell of the claim. */
static bool need_axis(struct settle_plan *p, struct settle_item *item)
{
    struct cells cells = claim_cells(&p->study[item->study].claims[item->claim]);
    bool whole = true;

    memset(item->needs, 0, (size_t)p->sweep[item->study].trials * sizeof *item->needs);
    for (int k = 0; k < PAIRED_CELLS; k++)
        if (cells.cell[k])
            whole = need_values(p, item, cells.cell[k], &item->axis.values[k]) && whole;
    return whole;
}

/* Plans values on an axis for an item. Returns NULL, or why not. */
static const char *plan_axis(struct settle_plan *p, struct settle_item *item)
{
    const struct study *s = &p->study[item->study];
    const struct claim *c = &s->claims[item->claim];
    struct cells cells = claim_cells(c);
    struct results some = selection_of_cells(&s->selection, &cells);
    char id[CLAIM_ID];
    const char *why;

    claim_id(c, id);
    /* The claim has no line in the registry, so this keeps the exploratory trials. */
    registry_keep(&p->registry[item->study], id, &cells, &some);
    why = settle_axis(&item->axis, c, &some, s->plan->least_seeds, &item->from, &item->seeds);
    free(some.record);
    return why ? why : need_axis(p, item) ? NULL : "not trials of the preset";
}

/* Sets item->axis to the values that the preset has on the axis of the claim's measure. So trials with other values, which may
 * be run later, do not count. Does nothing when a value is no number. */
static void take_preset_axis(const struct settle_plan *p, struct settle_item *item)
{
    const struct sweep *s = &p->sweep[item->study];
    const struct claim *c = &p->study[item->study].claims[item->claim];
    struct cells cells = claim_cells(c);
    bool numbers = true;

    for (int k = 0; k < PAIRED_CELLS; k++) {
        struct config cell = {0};

        cell_parse(cells.cell[k] ? cells.cell[k] : "", &cell);
        for (int i = 0; i < p->presets[item->study] && cells.cell[k]; i++) {
            const struct record r = {.config = s->trial[i].config};

            if (!record_in_cell(&r, &cell))
                continue;
            numbers = numbers && number_is(record_get(&r, c->of.along));
            list_add_new(&item->axis.values[k], record_get(&r, c->of.along));
        }
        config_clear(&cell);
    }
    if (numbers)
        item->axis.key = c->of.along;
    else
        settle_axis_clear(&item->axis);
}

/* Takes the values on the axis of a registered item. */
static bool take_axis(struct settle_plan *p, struct settle_item *item, const struct registration *g)
{
    const struct claim *c = &p->study[item->study].claims[item->claim];

    if (!g->axis)
        return true;
    item->axis.key = c->of.along;
    for (int k = 0; k < PAIRED_CELLS; k++)
        for (int i = 0; i < g->values[k].count; i++)
            list_add(&item->axis.values[k], g->values[k].item[i]);
    return need_axis(p, item);
}

int settle_sweep(const struct settle_plan *p, const struct settle_item *item, struct sweep *s)
{
    const struct sweep *one = &p->sweep[item->study];

    sweep_begin_like(s, one);
    for (int i = 0; i < one->trials; i++)
        for (int k = 0; k < item->seeds && item->needs[i]; k++) {
            char *seed = format_new("%d", item->first + k);

            sweep_add(s, &one->trial[i].config, seed, one->trial[i].cost);
            free(seed);
        }
    return merge_mark(s, p->study[item->study].root);
}

/* Sets item->seconds to the time of its trials that are not done and whose keys are not in `counted`, and adds their keys to
 * `left`. Returns 0, or -1 after a message. */
static int time_left(const struct settle_plan *p, struct settle_item *item,
                     const struct list *counted, struct list *left)
{
    struct sweep s;
    struct survey survey;

    item->seconds = 0;
    if (settle_sweep(p, item, &s)) {
        sweep_clear(&s);
        return -1;
    }
    survey_init(&survey, &s, p->study[item->study].root);
    for (int i = 0; i < s.trials; i++) {
        if (survey.state[i] == STATE_DONE || list_has(counted, s.trial[i].key))
            continue;
        item->seconds += s.trial[i].cost;
        list_add(left, s.trial[i].key);
    }
    survey_clear(&survey);
    sweep_clear(&s);
    return 0;
}

/* Adds the claims of a study that do not rest on fresh seeds: those that are registered, those that are open or about the
 * margin and, if `decided`, those that exploratory seeds decide. Returns 0, or -1 after a message. */
static int add_items(struct settle_plan *p, int study, bool decided)
{
    const struct study *s = &p->study[study];

    for (int i = 0; i < s->verdicts.count; i++) {
        const struct judgement *j = &s->verdicts.judgement[i];
        const struct registration *g;
        struct settle_item *item;
        struct list left = {0};
        char id[CLAIM_ID];
        bool whole;

        claim_id(&s->claims[i], id);
        g = registry_find(&p->registry[study], id);
        if (j->fresh_seeds ||
            (!g && (j->verdict == NOT_RUN || (verdict_is_decided(j) && !decided))))
            continue;
        item = &array_add(p->item, p->items);
        *item = (struct settle_item){
            .study = study, .claim = i, .first = p->first[study], .seconds = NAN};
        whole = find_trials(p, item);
        if (g) { /* registered, and some of its fresh seeds are missing */
            item->first = g->first;
            item->seeds = g->seeds;
            item->registered = true;
            if (!take_axis(p, item, g))
                item->why = "registered for other trials";
            if (time_left(p, item, &(struct list){0}, &left))
                return -1;
            if (!item->why && left.count == 0)
                item->why = "its fresh seeds lack trials that others have: run them by --seeds";
            list_clear(&left);
            continue;
        }
        item->why = settle_question(&s->claims[i], j, &item->from);
        if (!item->why && !whole)
            item->why = "not trials of the preset";
        if (item->why == settle_needs_axis && whole)
            item->why = plan_axis(p, item);
        else
            item->seeds = item->why ? 0 : settle_seeds(&item->from);
        if (!item->why && !item->seeds)
            item->why = "takes more than 1000 seeds";
        if (!item->why && s->claims[i].of.along && !item->axis.key)
            take_preset_axis(p, item);
        if (item->seeds && item->seeds < s->plan->least_seeds) /* fewer seeds give no verdict */
            item->seeds = s->plan->least_seeds;
    }
    return 0;
}

/* ---- choosing ---- */

/* Returns the seconds of the trials that an item needs, without those that the items chosen so far run. The item is not
 * registered: none of its trials is done. chosen[study][trial]: for how many fresh seeds the chosen items run the trial. add:
 * adds this item to the chosen ones. */
static double extra_seconds(const struct settle_plan *p, const struct settle_item *item,
                            int **chosen, bool add)
{
    const struct sweep *s = &p->sweep[item->study];
    int *seeds = chosen[item->study];
    double seconds = 0;

    for (int i = 0; i < s->trials; i++) {
        if (!item->needs[i] || seeds[i] >= item->seeds)
            continue;
        seconds += (item->seeds - seeds[i]) * s->trial[i].cost;
        if (add)
            seeds[i] = item->seeds;
    }
    return seconds;
}

static void swap(struct settle_item *a, struct settle_item *b)
{
    struct settle_item kept = *a;

    *a = *b;
    *b = kept;
}

/* Chooses the registered items that fit into the budget, in their order, moves them to the front, and subtracts their
 * seconds from *seconds. Trials that several of them need count once. An item whose time is not known fits. Returns their
 * number, or -1 after a message. */
static int choose_registered(struct settle_plan *p, double *seconds)
{
    struct list counted = {0};
    int n = 0;

    for (int i = 0; i < p->items; i++) {
        struct settle_item *item = &p->item[i];
        struct list left = {0};

        if (!item->registered || item->why)
            continue;
        if (time_left(p, item, &counted, &left)) {
            n = -1;
            break;
        }
        if (item->seconds > *seconds) {
            item->why = "beyond the budget";
        } else {
            *seconds -= isnan(item->seconds) ? 0 : item->seconds;
            for (int k = 0; k < left.count; k++)
                list_add(&counted, left.item[k]);
            swap(&p->item[n++], item);
        }
        list_clear(&left);
    }
    list_clear(&counted);
    return n;
}

/* Orders the items: the registered ones, then the cheapest as long as they fit into the budget, then the others, which
 * all have a `why` afterwards. Returns 0, or -1 after a message. */
static int choose(struct settle_plan *p, double seconds)
{
    int n = choose_registered(p, &seconds), **chosen;

    if (n < 0)
        return -1;
    chosen = xcalloc((size_t)p->studies + 1, sizeof *chosen);

    for (int i = 0; i < p->studies; i++)
        chosen[i] = xcalloc((size_t)p->sweep[i].trials + 1, sizeof **chosen);
    for (;; n++) {
        int best = -1;

        for (int i = n; i < p->items; i++) {
            struct settle_item *item = &p->item[i];

            if (item->why)
                continue;
            item->seconds = extra_seconds(p, item, chosen, false);
            if (best < 0 || item->seconds < p->item[best].seconds || isnan(p->item[best].seconds))
                best = i;
        }
        if (best < 0 || !(p->item[best].seconds <= seconds))
            break;
        seconds -= extra_seconds(p, &p->item[best], chosen, true);
        swap(&p->item[n], &p->item[best]);
    }
    for (int i = n; i < p->items; i++)
        if (!p->item[i].why)
            p->item[i].why = isnan(p->item[i].seconds) ? "times unknown" : "beyond the budget";
    for (int i = 0; i < p->studies; i++)
        free(chosen[i]);
    free(chosen);
    return 0;
}

int settle_plan(struct settle_plan *p, const struct study *study, int studies, bool decided,
                double seconds)
{
    int bad = 0;

    *p = (struct settle_plan){.study = study, .studies = studies};
    p->registry = xcalloc((size_t)studies + 1, sizeof *p->registry);
    p->first = xcalloc((size_t)studies + 1, sizeof *p->first);
    p->sweep = xcalloc((size_t)studies + 1, sizeof *p->sweep);
    p->presets = xcalloc((size_t)studies + 1, sizeof *p->presets);
    for (int i = 0; i < studies && !bad; i++)
        if (!study[i].plan->exclusive)
            bad = open_one(p, i) || add_items(p, i, decided) ? -1 : 0;
    bad = bad || choose(p, seconds) ? -1 : 0;
    if (bad)
        settle_plan_clear(p);
    return bad;
}

void settle_plan_clear(struct settle_plan *p)
{
    for (int i = 0; i < p->studies; i++) {
        registry_clear(&p->registry[i]);
        sweep_clear(&p->sweep[i]);
    }
    for (int i = 0; i < p->items; i++) {
        settle_axis_clear(&p->item[i].axis);
        free(p->item[i].needs);
    }
    free(p->registry);
    free(p->first);
    free(p->sweep);
    free(p->presets);
    free(p->item);
    *p = (struct settle_plan){0};
}
