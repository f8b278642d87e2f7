/* Writes trials as runs in a file store of MLflow. */
#include "base/error.h"
#include "base/number.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "store/export/export_internal.h"
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The folder of an experiment in a file store, while it is being written. */
struct store {
    const struct results *results;
    struct list keys; /* the keys whose values make the names of runs */
    char *folder;     /* path of the experiment's folder */
    char *uri;        /* the same as a URI */
    char id[24];      /* MLflow's identifier of the experiment */
    double now_ms;    /* milliseconds since 1970 */
};

/* A run that is being written. */
struct mlflow_run {
    const struct record *record;
    char *folder;            /* the temporary folder in which it is written */
    char id[33], *name;      /* MLflow's identifier; the name that users see */
    double start_ms, end_ms; /* milliseconds since 1970 */
    bool failed;             /* a file could not be written, after a message */
};

/* ---- files ---- */

/* Adds a path as the URI of a file. */
static void add_uri(struct text *out, const char *path)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._~-";

    text_adds(out, "file://");
    for (; *path; path++)
        if (strchr(plain, *path))
            text_addn(out, path, 1);
        else
            text_add(out, "%%%02X", (unsigned char)*path);
}

/* nftw() calls this function for each file, and for each folder after what is in it. */
static int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st, (void)kind, (void)at;
    return remove(path);
}

/* Removes a folder and all that is in it. */
static void remove_tree(const char *path)
{
    nftw(path, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

/* Removes temporary folders of runs that have not changed for a day: the process that wrote them was killed. MLflow ignores
 * such folders. */
static void remove_leftovers(const struct store *s)
{
    DIR *d = opendir(s->folder);
    struct dirent *e;
    struct stat st;

    while (d && (e = readdir(d))) {
        char *path = format_new("%s/%s", s->folder, e->d_name);

        if (strstr(e->d_name, ".tmp.") && lstat(path, &st) == 0 && S_ISDIR(st.st_mode) &&
            s->now_ms / 1e3 - (double)st.st_mtim.tv_sec > 24 * 3600)
            remove_tree(path);
        free(path);
    }
    if (d)
        closedir(d);
}

/* Makes a folder in the run's folder; name "": the run's folder itself. */
static void make_folder(struct mlflow_run *r, const char *name)
{
    char *path = format_new("%s%s%s", r->folder, *name ? "/" : "", name);

    if (!r->failed && mkdir(path, 0777)) {
        error("cannot make folder %s: %s", path, strerror(errno));
        r->failed = true;
    }
    free(path);
}

/* Writes a file in a folder of the run; folder "": the run's folder itself. Does nothing after an earlier failure. */
static void write_file(struct mlflow_run *r, const char *folder, const char *name,
                       const struct text *t)
{
    char *path = format_new("%s/%s%s%s", r->folder, folder, *folder ? "/" : "", name);
    int fd = r->failed ? -1 : file_make(path), why;

    why = fd < 0 ? errno : file_put(fd, text_str(t), t->length) ? errno : 0;
    if (fd >= 0 && close(fd) && why == 0)
        why = errno;
    if (why && !r->failed) {
        error("cannot write %s: %s", path, strerror(why));
        r->failed = true;
    }
    free(path);
}

/* As write_file(), for a file with the text `words`; NULL is "". */
static void write_words(struct mlflow_run *r, const char *folder, const char *name,
                        const char *words)
{
    struct text t = {0};

    text_adds(&t, words ? words : "");
    write_file(r, folder, name, &t);
    text_clear(&t);
}

/* ---- a run ---- */

/* Adds a line "name: value" of YAML. Strings of JSON are strings of YAML. */
static void add_line(struct text *t, const char *name, const char *value)
{
    text_add(t, "%s: ", name);
    text_add_json(t, value);
    text_adds(t, "\n");
}

static void write_meta(const struct store *s, struct mlflow_run *r)
{
    struct text t = {0};
    char *uri = format_new("%s/%s/artifacts", s->uri, r->id);

    add_line(&t, "artifact_uri", uri);
    text_add(&t, "deleted_time: null\nend_time: %.0f\n", r->end_ms);
    add_line(&t, "entry_point_name", "");
    add_line(&t, "experiment_id", s->id);
    add_line(&t, "lifecycle_stage", "active");
    add_line(&t, "run_id", r->id);
    add_line(&t, "run_name", r->name);
    add_line(&t, "run_uuid", r->id);
    add_line(&t, "source_name", "");
    text_adds(&t, "source_type: 4\n"); /* a local program */
    add_line(&t, "source_version", "");
    text_add(&t, "start_time: %.0f\nstatus: %d\ntags: []\n", r->start_ms,
             r->record->result.status == TRIAL_DONE ? 3 : 4);
    add_line(&t, "user_id", "normlab");
    write_file(r, "", "meta.yaml", &t);
    text_clear(&t);
    free(uri);
}

static void write_tags(const struct store *s, struct mlflow_run *r)
{
    static const char *const origin[] = {"host", "isa", "normlab_version", NULL};
    const struct record *record = r->record;
    const char *commit = config_get(&record->origin, "source_commit");
    char *version = format_new("%d", s->results->version);

    write_words(r, "tags", "mlflow.runName", r->name);
    write_words(r, "tags", "mlflow.user", "normlab");
    write_words(r, "tags", "mlflow.source.name", "normlab");
    write_words(r, "tags", "mlflow.source.type", "LOCAL");
    if (commit)
        write_words(r, "tags", "mlflow.source.git.commit", commit);
    write_words(r, "tags", "normlab.experiment", s->results->experiment);
    write_words(r, "tags", "normlab.experiment_version", version);
    write_words(r, "tags", "normlab.key", record->key);
    write_words(r, "tags", "normlab.status", trial_status_name[record->result.status]);
    if (record->result.message && *record->result.message)
        write_words(r, "tags", "normlab.message", record->result.message);
    write_words(r, "tags", "normlab.data_sha256", record->result.data_sha256);
    for (int i = 0; origin[i]; i++)
        if (config_get(&record->origin, origin[i])) {
            char *name = format_new("normlab.%s", origin[i]);

            write_words(r, "tags", name, config_get(&record->origin, origin[i]));
            free(name);
        }
    free(version);
}

/* Writes the curve of a metric, unless it has no values. A point's time is the trial's start plus its train_seconds; without
 * train_seconds, the points divide the trial's time evenly. */
static void write_metric(struct mlflow_run *r, enum metric m)
{
    const struct trial_result *result = &r->record->result;
    const double *seconds = result->curve[METRIC_train_seconds];
    struct text t = {0};

    for (int p = 0; p <= result->points; p++) {
        double v = result->curve[m][p],
               part = result->points ? (double)p / result->points : 0,
               after_s = isfinite(seconds[p]) ? seconds[p] : part * (r->end_ms - r->start_ms) / 1e3;
        char digits[32];

        if (!isfinite(v))
            continue;
        format_double(digits, v);
        text_add(&t, "%.0f %s %d\n", fmin(r->start_ms + floor(1e3 * after_s), r->end_ms), digits,
                 p);
    }
    if (t.length)
        write_file(r, "metrics", metric_info[m].name, &t);
    text_clear(&t);
}

/* Writes a number of the trial that is no curve, as a metric with one point. */
static void write_number(struct mlflow_run *r, const char *name, double v)
{
    struct text t = {0};
    char digits[32];

    if (!isfinite(v))
        return;
    format_double(digits, v);
    text_add(&t, "%.0f %s %d\n", r->end_ms, digits, r->record->result.points);
    write_file(r, "metrics", name, &t);
    text_clear(&t);
}

/* True when the name has only characters that keys have. A results file from elsewhere may have keys with other characters,
 * as "/", which must not get into the names of files. */
static bool is_key(const char *name)
{
    return *name && name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static void write_run(const struct store *s, struct mlflow_run *r)
{
    static const char *const folders[] = {"", "params", "metrics", "tags", "artifacts"};
    const struct trial_result *result = &r->record->result;
    const struct config *c = &r->record->config;

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        make_folder(r, folders[i]);
    for (int i = 0; i < c->count; i++)
        if (is_key(c->item[i].key))
            write_words(r, "params", c->item[i].key, c->item[i].value);
    for (int m = 0; m < METRICS; m++)
        write_metric(r, (enum metric)m);
    write_number(r, "seconds", result->seconds);
    write_number(r, "peak_bytes", result->peak_bytes);
    write_number(r, "parameters", result->parameters);
    write_number(r, "steps", result->steps);
    write_tags(s, r);
    write_meta(s, r);
}

/* ---- identifier, name and times of a run ---- */

/* Returns the time in milliseconds since 1970 of a text such as "2026-11-21T09:30:00Z"; NaN for another text. */
static double moment_ms(const char *iso)
{
    struct tm tm = {0};

    if (!iso || sscanf(iso, "%d-%d-%dT%d:%d:%dZ", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour,
                       &tm.tm_min, &tm.tm_sec) != 6)
        return NAN;
    tm.tm_year -= 1900;
    tm.tm_mon--;
    return 1e3 * (double)timegm(&tm);
}

/* Sets identifier, name and times of the run. A merged file does not have the time of each trial; the time of the merge takes
 * its place. */
static void describe(const struct store *s, struct mlflow_run *r)
{
    const struct results *all = s->results;
    char *text = format_new("%s/%s", all->experiment, r->record->key), hex[65];
    const char *when = config_get(&r->record->origin, "time");
    struct text name = {0};

    sha256_hex(text, strlen(text), hex);
    memcpy(r->id, hex, 32);
    for (int i = 0; i < s->keys.count; i++)
        text_add_item(&name, " ", "%s=%s", s->keys.item[i], record_get(r->record, s->keys.item[i]));
    text_add_item(&name, " ", "seed=%lld", (long long)r->record->seed);
    r->name = name.s;
    r->end_ms = moment_ms(when ? when : config_get(&all->provenance, "time"));
    if (isnan(r->end_ms))
        r->end_ms = s->now_ms;
    r->start_ms = r->end_ms;
    if (r->record->result.seconds > 0)
        r->start_ms -= ceil(1e3 * r->record->result.seconds);
    free(text);
}

/* Adds the run of a trial, unless it exists. Returns 1 when it was added, 0 when it existed, or -1 after a message. */
static int add_run(const struct store *s, const struct record *record)
{
    struct mlflow_run r = {.record = record};
    char *path, *suffix = file_suffix();
    int added = 0;

    describe(s, &r);
    path = format_new("%s/%s", s->folder, r.id);
    r.folder = format_new("%s%s", path, suffix);
    if (!file_exists(path)) {
        write_run(s, &r);
        if (!r.failed && rename(r.folder, path) && errno != ENOTEMPTY && errno != EEXIST) {
            error("cannot rename %s to %s: %s", r.folder, path, strerror(errno));
            r.failed = true;
        }
        if (file_exists(r.folder)) /* the run failed, or another process was faster */
            remove_tree(r.folder);
        added = r.failed ? -1 : 1;
    }
    free(suffix);
    free(path);
    free(r.folder);
    free(r.name);
    return added;
}

/* ---- the experiment ---- */

/* Fills s. Makes the folder of the experiment in the file store, and its meta.yaml unless that exists. Returns 0, or -1 after
 * a message. */
static int begin(struct store *s, const struct results *r, const char *folder)
{
    struct text meta = {0}, uri = {0};
    char *text = format_new("normlab experiment %s", r->experiment), hex[65], *real, *path;
    int bad;

    *s = (struct store){.results = r, .keys = export_keys(r), .now_ms = 1e3 * (double)time(NULL)};
    sha256_hex(text, strlen(text), hex);
    hex[15] = '\0';
    /* MLflow's identifiers of experiments are numbers of eighteen digits: 15 hexadecimal digits of the hash, folded into
     * 10^17 to 10^18 - 1 */
    snprintf(s->id, sizeof s->id, "%llu",
             100000000000000000 + strtoull(hex, NULL, 16) % 900000000000000000);
    free(text);
    s->folder = format_new("%s/%s", folder, s->id);
    bad = folder_make(s->folder);
    real = bad ? NULL : realpath(s->folder, NULL);
    if (!bad && !real)
        bad = error("cannot find %s: %s", s->folder, strerror(errno));
    add_uri(&uri, real ? real : "");
    free(real);
    s->uri = uri.s;
    path = format_new("%s/meta.yaml", s->folder);
    add_line(&meta, "artifact_location", s->uri);
    text_add(&meta, "creation_time: %.0f\n", s->now_ms);
    add_line(&meta, "experiment_id", s->id);
    text_add(&meta, "last_update_time: %.0f\n", s->now_ms);
    add_line(&meta, "lifecycle_stage", "active");
    add_line(&meta, "name", r->experiment);
    if (!bad && !file_exists(path))
        bad = file_write(path, meta.s, meta.length);
    text_clear(&meta);
    free(path);
    return bad;
}

int store_export_mlflow(const struct results *r, const char *folder, int *added, int *existing)
{
    struct store s;
    int bad = begin(&s, r, folder);

    *added = *existing = 0;
    if (!bad)
        remove_leftovers(&s);
    for (int i = 0; i < r->records && !bad; i++) {
        int code = add_run(&s, &r->record[i]);

        *added += code == 1;
        *existing += code == 0;
        bad = code < 0;
    }
    list_clear(&s.keys);
    free(s.folder);
    free(s.uri);
    return bad ? -1 : 0;
}
