/* Opens an experiment's results, selects trials and judges the claims. */
#include "judge/study.h"
#include "base/arena.h"
#include "base/error.h"
#include "sweep/merge.h"
#include <stdlib.h>
#include <string.h>

/* Returns the stem of the selection (struct study), a new string. */
static char *stem_of(const struct study *s)
{
    const struct selection *v = &s->selection;

    if (v->is_main)
        return xstrdup(s->name);
    return format_new("%s.%s", s->name, *v->others ? "other" : s->plan->preset[v->preset].name);
}

/* Selects trials from s->results, judges the claims, hides the fresh seeds, and sets the stem. sweep: as s of selection_init(). */
static void select_trials(struct study *s, const struct cells *cells, int count, int preset,
                          const struct sweep *sweep)
{
    selection_init(&s->selection, s->plan, cells, count, &s->results, preset, sweep);
    verdicts_select(&s->verdicts, s->claims, &s->selection, s->root);
    /* Only the cells and the values on an axis that claims asked about have fresh seeds. In tables and figures these would stand
     * beside cells that have fewer seeds, and values that have none. */
    if (s->verdicts.registry.first)
        selection_hide_from(&s->selection, s->verdicts.registry.first);
    s->verdicts.hidden = s->selection.hidden;
    s->verdicts.hidden_unsuccessful = s->selection.hidden_unsuccessful;
    s->stem = stem_of(s);
}

/* Sets all fields of s but results, selection and verdicts. */
static void study_init(struct study *s, const struct plan *plan, const struct claim *claims,
                       const char *root, int preset)
{
    *s = (struct study){.plan = plan, .claims = claims, .root = root};
    s->name = sweep_name(plan, preset < 0 ? plan_main(plan) : preset, NULL);
}

/* Selects the trials of the preset. Returns 0, or -1 after a message when there are none, or the registry of fresh
 * seeds cannot be read. */
static int select_preset(struct study *s, const struct cells *cells, int count, int preset)
{
    char *path = merge_path(s->root, s->name);
    int bad = 0;

    if (s->results.version != s->plan->version)
        warning(
            "%s: made by version %d of the experiment, which is at %d now: normlab run %s makes it anew",
            path, s->results.version, s->plan->version, s->plan->typed);
    select_trials(s, cells, count, preset, NULL);
    if (s->verdicts.unread)
        bad = -1;
    else if (s->selection.shown.records == 0)
        bad = error("%s: has no trials of preset %s", path,
                    s->plan->preset[s->selection.preset].name);
    free(path);
    return bad;
}

int study_open(struct study *s, const struct plan *plan, const struct claim *claims,
               const struct cells *cells, int count, const char *root, int preset, bool *there)
{
    int bad;

    study_init(s, plan, claims, root, preset);
    *there = false;
    bad = merge_view(plan, root, s->name, &s->results, there, &s->unmerged);
    if (!bad && *there)
        bad = select_preset(s, cells, count, preset);
    if (bad || !*there)
        study_close(s);
    return bad;
}

int study_view(struct study *s, const struct claim *claims, const struct cells *cells, int count,
               const struct sweep *sweep, int preset, const char *root, bool *there)
{
    int bad;

    *s = (struct study){
        .plan = sweep->plan, .claims = claims, .root = root, .name = xstrdup(sweep->name)};
    bad = merge_view(sweep->plan, root, sweep->name, &s->results, there, &s->unmerged);
    if (bad || !*there)
        study_close(s);
    else
        select_trials(s, cells, count, preset, sweep);
    return bad;
}

int study_take(struct study *s, const struct plan *plan, const struct claim *claims,
               const struct cells *cells, int count, const char *root, int preset,
               struct results *results)
{
    int bad;

    study_init(s, plan, claims, root, preset);
    s->results = *results;
    *results = (struct results){0};
    bad = select_preset(s, cells, count, preset);
    if (bad)
        study_close(s);
    return bad;
}

int study_merge(struct study *s, const struct claim *claims, const struct cells *cells, int count,
                const struct sweep *sweep, int preset, const char *root, const char *command_line)
{
    *s = (struct study){
        .plan = sweep->plan, .claims = claims, .root = root, .name = xstrdup(sweep->name)};
    if (merge_update(sweep->plan, root, sweep->name, sweep, command_line, &s->results)) {
        study_close(s);
        return -1;
    }
    select_trials(s, cells, count, preset, sweep);
    if (s->verdicts.unread) {
        study_close(s);
        return -1;
    }
    return 0;
}

void study_of_main(struct study *shown, const struct study *of, const struct cells *cells,
                   int count)
{
    *shown = (struct study){.plan = of->plan,
                            .claims = of->claims,
                            .root = of->root,
                            .name = xstrdup(of->name),
                            .results = of->results,
                            .shares_results = true};
    select_trials(shown, cells, count, SELECTION_MAIN, NULL);
}

void study_close(struct study *s)
{
    verdicts_clear(&s->verdicts);
    selection_clear(&s->selection);
    if (!s->shares_results)
        results_clear(&s->results);
    free(s->name);
    free(s->stem);
    *s = (struct study){0};
}
