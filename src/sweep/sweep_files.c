/* The names and paths of the files of a sweep's trials, and reading them. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/system/file.h"
#include "sweep/sweep.h"
#include <stdlib.h>
#include <string.h>

void trial_key(const struct plan *e, const struct config *complete, char key[TRIAL_KEY])
{
    store_key(e->name, e->version, complete, key);
}

char *sweep_name(const struct plan *e, int preset, const struct config *overrides)
{
    struct list data = {0};
    bool generated = false;

    preset_data(&e->preset[preset], overrides, &data);
    for (int i = 0; i < data.count; i++)
        generated = generated || plan_is_generated(e, data.item[i]);
    list_clear(&data);
    return format_new("%s%s", e->name, generated ? ".generated" : "");
}

char *sweep_folder(const struct sweep *s, const char *root)
{
    return format_new("%s/results/%s", root, s->name);
}

char *sweep_path(const struct sweep *s, const char *root, int trial, const char *suffix)
{
    return format_new("%s/results/%s/%s%s", root, s->name, s->trial[trial].key, suffix);
}

char *sweep_find(const struct sweep *s, const char *root, int trial, const char *suffix)
{
    const struct sweep_trial *t = &s->trial[trial];
    char *path = sweep_path(s, root, trial, suffix);

    if (!file_exists(path) && *t->older_key) {
        free(path);
        path = format_new("%s/results/%s/%s%s", root, s->name, t->older_key, suffix);
    }
    if (file_exists(path))
        return path;
    free(path);
    return NULL;
}

int sweep_read(const struct sweep *s, const char *root, int trial, struct record *record)
{
    char *found = sweep_find(s, root, trial, ".h5"),
         *path = found ? found : sweep_path(s, root, trial, ".h5");
    int r = store_trial_read(path, record);

    if (r == 0 && strcmp(record->key, s->trial[trial].key)) {
        r = error("%s: holds trial %s: remove the file", path, record->key);
        record_clear(record);
    }
    free(path);
    return r;
}

char *trial_name(const char *const *axis, int axes, const struct config *c)
{
    const char *seed = config_get(c, "seed");
    struct text t = {0};

    for (int a = 0; a < axes && axis[a]; a++) {
        const char *value = config_get(c, axis[a]);

        text_add(&t, "%s=%s ", axis[a], value ? value : "");
    }
    text_add(&t, "seed=%s", seed ? seed : "");
    return t.s;
}

char *sweep_trial_name(const struct sweep *s, int trial)
{
    return trial_name((const char *const *)s->axis, s->axes, &s->trial[trial].config);
}
