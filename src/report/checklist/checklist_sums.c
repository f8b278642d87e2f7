/* Sums the times, memory and numbers of trials. */
#include "base/list.h"
#include "base/number.h"
#include "report/checklist/checklist_internal.h"
#include <math.h>

/* Sets *least and *most to the least and the largest number of a joined attribute, such as "1; 4"; words count as 1.
 * Changes nothing when the attribute has no values. */
static void find_range(const char *joined, double *least, double *most)
{
    struct list part = {0};

    list_split(&part, joined ? joined : "", "; ");
    for (int i = 0; i < part.count; i++) {
        double v = number_is(part.item[i]) ? number_parse(part.item[i], NULL) : 1;

        *least = i == 0 || v < *least ? v : *least;
        *most = i == 0 || v > *most ? v : *most;
    }
    list_clear(&part);
}

static void add_trial(struct sums *s, const struct trial_result *t)
{
    s->trials++;
    s->status[t->status]++;
    if (t->peak_bytes > s->peak_bytes)
        s->peak_bytes = t->peak_bytes;
    if (t->status == TRIAL_REFUSED)
        return;
    s->evaluations += t->points + 1;
    if (isnan(t->seconds))
        s->untimed++;
    else
        s->seconds += t->seconds;
    s->longest = t->seconds > s->longest ? t->seconds : s->longest;
    if (t->parameters > s->parameters_most)
        s->parameters_most = t->parameters;
    if (t->parameters > 0 && (s->parameters_least <= 0 || t->parameters < s->parameters_least))
        s->parameters_least = t->parameters;
}

void sums_add(struct sums *s, const struct results *r)
{
    double before = s->seconds, least = 1, most = 1, ranks_least = 1, ranks_most = 1;

    for (int i = 0; i < r->records; i++)
        add_trial(s, &r->record[i].result);
    find_range(config_get(&r->provenance, "threads"), &least, &most);
    /* Trials of one process do not have this attribute. There may be such trials, so the least number of processes is 1
     * whatever the attribute says. */
    find_range(config_get(&r->provenance, "ranks"), &ranks_least, &ranks_most);
    s->core_seconds_least += (s->seconds - before) * least;
    s->core_seconds_most += (s->seconds - before) * most * ranks_most;
}

void sums_print_seconds(struct text *out, double seconds)
{
    if (seconds < 120)
        text_add(out, "%.1f s", seconds);
    else if (seconds < 7200)
        text_add(out, "%.1f min", seconds / 60);
    else
        text_add(out, "%.1f h", seconds / 3600);
}

void sums_print_core_hours(struct text *out, const struct sums *s)
{
    text_add(out, "%.3g", s->core_seconds_least / 3600);
    if (s->core_seconds_most > s->core_seconds_least)
        text_add(out, " to %.3g", s->core_seconds_most / 3600);
}
