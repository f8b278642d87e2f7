/* Reading a file of either kind. */
#include "base/arena.h"
#include "store/store_internal.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A trial's file as a sweep of one, with its own provenance. */
static int read_single(const char *path, char *experiment, double version, struct results *r)
{
    struct record record;

    if (store_trial_read(path, &record))
        return -1;
    *r = (struct results){.experiment = xstrdup(experiment ? experiment : "trial"),
                          .version = version >= 0 && version <= INT_MAX ? (int)version : 0,
                          .records = 1};
    r->record = xcalloc(1, sizeof *r->record);
    config_merge(&r->provenance, &record.origin);
    config_set(&r->provenance, "data_sha256", record.result.data_sha256);
    r->record[0] = record;
    return 0;
}

int store_read(const char *path, bool *merged, struct results *r)
{
    struct h5_file *f = h5_open(path);
    char *experiment;
    double version;
    int result;

    memset(r, 0, sizeof *r);
    if (!f)
        return -1;
    *merged = h5_exists(f, "/trials");
    experiment = h5_get_text(f, "/", "experiment");
    version = h5_get_number(f, "/", "experiment_version");
    h5_close(f);
    result = *merged ? store_merged_read(path, r) : read_single(path, experiment, version, r);
    free(experiment);
    return result;
}
