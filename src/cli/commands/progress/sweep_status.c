#include "cli/commands/progress/sweep_status.h"
#include "base/arena.h"
#include "base/system/file.h"
#include "sweep/merge.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

int sweep_status_open(struct sweep_status *s, const struct experiment *e, int preset,
                      char *const *overrides, int given, const char *seeds, const char *root)
{
    char *folder;

    *s = (struct sweep_status){.e = e, .root = root, .preset = preset, .merged_s = NAN};
    if (experiment_expand(&s->sweep, e, preset, overrides, given, seeds))
        return -1;
    folder = sweep_folder(&s->sweep, root);
    leases_open(&s->leases, folder);
    free(folder);
    return 0;
}

void sweep_status_close(struct sweep_status *s)
{
    if (s->leases.folder)
        leases_close(&s->leases);
    free(s->leased);
    survey_clear(&s->survey);
    sweep_clear(&s->sweep);
}

/* Marks the trials that the merged file has; does nothing when the file has not changed since the last call. Returns 0,
 * or -1 after a message. */
static int mark_merged(struct sweep_status *s)
{
    char *path = merge_path(s->root, s->sweep.name);
    double merged_s = file_time(path);
    int bad = 0;

    free(path);
    if (merged_s != s->merged_s) /* also without a file, when both are NaN */
        bad = merge_mark(&s->sweep, s->root);
    s->merged_s = bad ? NAN : merged_s;
    return bad;
}

int sweep_status_update(struct sweep_status *s)
{
    struct sweep *w = &s->sweep;

    free(s->leased);
    s->leased = NULL; /* array_add() must start with NULL */
    s->leased_count = s->running = 0;
    survey_clear(&s->survey);
    if (mark_merged(s))
        return -1;
    survey_init(&s->survey, w, s->root);
    for (int i = 0; i < w->trials; i++) {
        struct leased_trial leased = {.trial = i};

        if (s->survey.state[i] != STATE_MISSING || !s->survey.leased[i] ||
            !lease_read(&s->leases, w->trial[i].key, &leased.holder))
            continue;
        leased.stale = lease_is_stale(&s->leases, &leased.holder);
        s->running += !leased.stale;
        array_add(s->leased, s->leased_count) = leased;
    }
    s->pace = survey_pace(&s->survey, w, s->root, leases_time(&s->leases));
    return 0;
}

char *failure_reason(const char *path)
{
    static const char prefix[] = "normlab: error: ";
    size_t size;
    char *text = path ? file_read(path, &size, true) : NULL, *reason;
    const char *at = text ? text : "";

    at += text_starts_with(at, prefix) ? strlen(prefix) : 0;
    reason = xstrndup(at, strcspn(at, "\n"));
    free(text);
    return reason;
}
