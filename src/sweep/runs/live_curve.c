#include "sweep/runs/live_curve.h"
#include "base/arena.h"
#include "base/formats/csv.h"
#include "base/list.h"
#include "base/number.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX       ".curve"
#define FIRST_LINE   "normlab curve 1 %d %d\n"
#define INTERVAL_S   1          /* the least time between two writes */
#define LARGEST_FILE (16 << 20) /* bytes; a larger one is not read */

/* ---- writing ---- */

void curve_writer_init(struct curve_writer *w, const char *trial_file)
{
    *w = (struct curve_writer){.trial_file = xstrdup(trial_file), .last_s = clock_seconds()};
}

/* Removes the file, if there is one. */
static void drop_file(struct curve_writer *w)
{
    if (!w->path)
        return;
    close(w->file);
    unlink(w->path);
    free(w->path);
    w->path = NULL;
}

void curve_writer_end(struct curve_writer *w)
{
    drop_file(w);
    free(w->trial_file);
    *w = (struct curve_writer){0};
}

/* Adds the lines before those of the points. */
static void add_head(struct text *t, const struct config *config, const struct trial_result *r)
{
    struct text pairs = {0};

    text_add(t, FIRST_LINE, r->points, r->evals_per_epoch);
    config_print(config, &pairs);
    for (size_t i = 0; i < pairs.length; i++)
        if (pairs.s[i] == '\n')
            pairs.s[i] = ' ';
    text_add(t, "%s\n", text_str(&pairs));
    csv_text(t, "point");
    for (int m = 0; m < METRICS; m++)
        if (metric_info[m].merged_curve)
            csv_text(t, metric_info[m].name);
    csv_end(t);
    text_clear(&pairs);
}

static void add_point(struct text *t, const struct trial_result *r, int point)
{
    csv_integer(t, point);
    for (int m = 0; m < METRICS; m++)
        if (metric_info[m].merged_curve)
            csv_number(t, r->curve[m][point]);
    csv_end(t);
}

/* Gives the file up when another machine has removed it as a leftover, because it had not changed for long. The next file then
 * gets all points. */
static void forget_removed(struct curve_writer *w)
{
    struct stat st;

    if (!w->path || fstat(w->file, &st) || st.st_nlink > 0)
        return;
    drop_file(w);
    w->points = 0;
}

/* Makes an empty file. Returns 0, or -1 without a message. */
static int make_file(struct curve_writer *w)
{
    int stem = (int)strlen(w->trial_file) - (int)strlen(".h5");
    char *name = format_new("%.*s" SUFFIX, stem, w->trial_file);

    w->path = file_temporary(name, &w->file);
    free(name);
    return w->path ? 0 : -1;
}

void curve_writer_add(struct curve_writer *w, const struct config *config,
                      const struct trial_result *r, int point)
{
    struct text t = {0};

    if (w->failed || clock_seconds() - w->last_s < INTERVAL_S)
        return;
    w->last_s = clock_seconds();
    forget_removed(w);
    if (!w->path) {
        w->failed = make_file(w) != 0;
        add_head(&t, config, r);
    }
    for (; w->points <= point; w->points++)
        add_point(&t, r, w->points);
    if (!w->failed && file_put(w->file, text_str(&t), t.length)) {
        drop_file(w); /* the disk may be full: the space is for the results */
        w->failed = true;
    }
    text_clear(&t);
}

/* ---- reading ---- */

void live_curve_list(struct list *names, const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *e;

    while (d && (e = readdir(d)))
        if (strstr(e->d_name, SUFFIX "."))
            list_add(names, e->d_name);
    if (d)
        closedir(d);
}

/* Returns the path of the newest file of the trial, a new string; NULL when there is none. */
static char *find_file(const char *folder, const struct list *names, const char *key)
{
    char *start = format_new("%s" SUFFIX ".", key), *found = NULL;
    double newest = -INFINITY;

    for (int i = 0; i < names->count; i++) {
        char *path;
        double at;

        if (!text_starts_with(names->item[i], start))
            continue;
        path = format_new("%s/%s", folder, names->item[i]);
        at = file_time(path);
        if (at > newest) {
            char *older = found;

            newest = at;
            found = path;
            path = older;
        }
        free(path);
    }
    free(start);
    return found;
}

/* Reads the line of names. Sets column[i] to the metric of field i, METRICS when it is none. Returns the number of fields; 0
 * when there are too many. */
static int read_names(const char *line, enum metric column[METRICS + 1])
{
    struct list names = {0};
    int n;

    list_split(&names, line, ",");
    n = names.count <= METRICS + 1 ? names.count : 0;
    for (int i = 0; i < n; i++)
        column[i] = metric_find(names.item[i]);
    list_clear(&names);
    return n;
}

/* Adds the point of a line to the curves. */
static void read_point(struct live_curve *c, const char *line, const enum metric *column, int n)
{
    for (int i = 0; i < n; i++) {
        size_t length = strcspn(line, ",\n");

        if (column[i] < METRICS)
            c->value[column[i]][c->points] = length ? number_parse(line, NULL) : NAN;
        line += length + (line[length] == ',');
    }
    c->points++;
}

/* Returns the line at *at, and moves *at to the next line. The newline at its end becomes a NUL. Returns NULL when there is no
 * newline: the line is still being written. */
static char *next_line(char **at)
{
    char *line = *at, *end = strchr(line, '\n');

    if (!end)
        return NULL;
    *end = '\0';
    *at = end + 1;
    return line;
}

/* Reads the text of a file into c. Returns false when it is not in this format, or has no point yet. */
static bool read_text(struct live_curve *c, char *text)
{
    enum metric column[METRICS + 1];
    struct text why = {0};
    char *first = next_line(&text), *config = first ? next_line(&text) : NULL,
         *names = config ? next_line(&text) : NULL;
    int n, lines = 0;
    bool good = names && sscanf(first, FIRST_LINE, &c->last, &c->evals_per_epoch) == 2 &&
                c->last > 0 && c->evals_per_epoch > 0 && config_read(&c->config, config, &why) == 0;

    text_clear(&why);
    if (!good)
        return false;
    n = read_names(names, column);
    for (const char *at = text; (at = strchr(at, '\n')); at++)
        lines++;
    if ((size_t)lines * (size_t)(n + 1) > strlen(text))
        return false; /* lines with fewer fields: not written by normlab */
    for (int i = 0; i < n; i++)
        if (column[i] < METRICS && !c->value[column[i]])
            c->value[column[i]] = xcalloc((size_t)lines + 1, sizeof(double));
    for (char *line; c->points < lines && (line = next_line(&text));)
        read_point(c, line, column, n);
    return c->points > 0;
}

bool live_curve_read(struct live_curve *c, const char *folder, const struct list *names,
                     const char *key)
{
    char *path = find_file(folder, names, key), *text = NULL;
    struct stat st;
    size_t size;
    bool good;

    *c = (struct live_curve){0};
    if (path && stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= LARGEST_FILE)
        text = file_read(path, &size, true);
    good = text && read_text(c, text);
    free(text);
    free(path);
    return good;
}

void live_curve_clear(struct live_curve *c)
{
    config_clear(&c->config);
    for (int m = 0; m < METRICS; m++)
        free(c->value[m]);
    *c = (struct live_curve){0};
}
