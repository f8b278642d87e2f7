/* Computes a share of a sweep's trials, balanced by costs. */
#include "sweep/runs/shard.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/map.h"
#include <stdlib.h>
#include <string.h>

/* ---- costs ---- */

/* The times of the trials in a file, summed over trials that differ only in the seed. */
struct times {
    struct list labels; /* [sums] store_label() of the trials' configurations */
    struct map row;     /* from a label to its index in `sum` */
    struct sum {
        double seconds; /* sum of the times of the trials with this label */
        int trials;     /* their number */
    } * sum;            /* [sums] */
    int sums;
};

/* Adds the time of a trial, if it has one. */
static void times_add(struct times *t, const struct record *r)
{
    char *label;
    int row;

    if (!(r->result.seconds > 0))
        return;
    label = store_label(&r->config);
    row = map_get(&t->row, label);
    if (row < 0) {
        row = t->sums;
        array_add(t->labels.item, t->labels.count) = label;
        map_set(&t->row, label, row);
        array_add(t->sum, t->sums) = (struct sum){0};
    } else {
        free(label);
    }
    t->sum[row].seconds += r->result.seconds;
    t->sum[row].trials++;
}

static void times_clear(struct times *t)
{
    map_clear(&t->row);
    list_clear(&t->labels);
    free(t->sum);
}

static double mean_seconds(const struct sum *s)
{
    return s->seconds / s->trials;
}

/* Returns a new array with an index in t->sum for each of the sweep's trials; -1: t has no times for it. */
static int *rows_of(const struct sweep *s, const struct times *t)
{
    int *row = xcalloc((size_t)s->trials + 1, sizeof *row);

    for (int i = 0; i < s->trials; i++) {
        char *label = store_label(&s->trial[i].config);

        row[i] = map_get(&t->row, label);
        free(label);
    }
    return row;
}

/* Sets the costs of the sweep's trials as shard.h says. Returns 0; or 1, and changes nothing, when t has no times for
 * any of them. */
static int set_costs(struct sweep *s, const struct times *t)
{
    int *row = rows_of(s, t);
    double seconds = 0, estimate = 0;

    for (int i = 0; i < s->trials; i++)
        if (row[i] >= 0) {
            seconds += mean_seconds(&t->sum[row[i]]);
            estimate += s->trial[i].cost;
        }
    for (int i = 0; i < s->trials; i++)
        if (row[i] >= 0)
            s->trial[i].cost = mean_seconds(&t->sum[row[i]]);
        else if (estimate > 0)
            s->trial[i].cost *= seconds / estimate;
    free(row);
    return estimate > 0 ? 0 : 1;
}

int shard_costs(struct sweep *s, const char *path)
{
    struct times t = {0};
    struct results r;
    bool merged;
    int none;

    if (store_read(path, &merged, &r))
        return -1;
    for (int i = 0; i < r.records; i++)
        times_add(&t, &r.record[i]);
    none = set_costs(s, &t);
    times_clear(&t);
    results_clear(&r);
    return none;
}

/* ---- shares ---- */

/* A share while trials are assigned. The shares are a heap, whose top is the share with the least cost. */
struct share {
    double cost;
    int number; /* the first is 1 */
};

static bool is_less(const struct share *a, const struct share *b)
{
    return a->cost != b->cost ? a->cost < b->cost : a->number < b->number;
}

/* Restores the order of the heap share[n] after the cost of its top has grown. */
static void sift_down(struct share *share, int n)
{
    for (int at = 0, least;; at = least) {
        struct share moved = share[at];

        least = at;
        for (int child = 2 * at + 1; child <= 2 * at + 2 && child < n; child++)
            if (is_less(&share[child], &share[least]))
                least = child;
        if (least == at)
            return;
        share[at] = share[least];
        share[least] = moved;
    }
}

/* Orders trials by falling cost, then by key. */
static int by_cost(const void *a, const void *b)
{
    const struct sweep_trial *x = *(const struct sweep_trial *const *)a,
                             *y = *(const struct sweep_trial *const *)b;

    return x->cost != y->cost ? (x->cost < y->cost) - (x->cost > y->cost) : strcmp(x->key, y->key);
}

/* Assigns all trials to shares. Sets own[i] to true for the trials of share shard->number, to false for the others. */
static void assign(const struct sweep *s, const struct shard *shard, bool *own)
{
    struct share *share = xcalloc((size_t)shard->of, sizeof *share);
    struct sweep_trial **order = xcalloc((size_t)s->trials + 1, sizeof *order);

    for (int i = 0; i < shard->of; i++)
        share[i].number = i + 1;
    for (int i = 0; i < s->trials; i++)
        order[i] = &s->trial[i];
    qsort(order, (size_t)s->trials, sizeof *order, by_cost);
    for (int i = 0; i < s->trials; i++) {
        own[order[i] - s->trial] = share->number == shard->number;
        share->cost += order[i]->cost;
        sift_down(share, shard->of);
    }
    free(order);
    free(share);
}

void shard_keep(struct sweep *s, const struct shard *shard)
{
    bool *own = xcalloc((size_t)s->trials + 1, sizeof *own);
    int kept = 0;

    if (shard->of)
        assign(s, shard, own);
    for (int i = 0; i < s->trials && shard->of; i++)
        if (own[i])
            s->trial[kept++] = s->trial[i];
        else
            config_clear(&s->trial[i].config);
    if (shard->of)
        s->trials = kept;
    free(own);
}
