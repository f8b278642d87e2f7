/* Memory of the passes of norms, and how a call is split into slabs and tasks (norm_internal.h). */
#include "base/arena.h"
#include "kernels/also_avx2.h"
#include "layers/norms/engine/norm_internal.h"
#include <math.h>

enum {
    TASKS = 16,
    TASK_ELEMENTS = 1 << 16, /* smallest number of elements in a task, unless it is the only one */
    PASS_ELEMENTS = 1 << 14, /* elements in a block of a pass */
    EPILOGUE_ELEMENTS = 1 << 12, /* elements in a block of a pass with an epilogue */
    MOMENT_ROWS = 64,            /* smallest number of rows whose moments are taken together */
    STREAM_BYTES = 16 << 20,     /* arrays of this size or more do not stay in cache */
};

static size_t max_size(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Returns the number of rows in a block of a pass with an epilogue. */
static size_t epilogue_rows(int c)
{
    return max_size(1, EPILOGUE_ELEMENTS / (size_t)c);
}

/* Returns the number of rows whose moments are taken together. */
static size_t moment_rows(int c)
{
    return max_size(MOMENT_ROWS, epilogue_rows(c));
}

/* True when tasks may have to copy the rows that count to an array without gaps before they compute moments: with
 * masked=1, or when a group has one position of its samples; but never in norms by rows. */
static bool packs_rows(const struct norm *m)
{
    return !m->by_rows && (m->masked == MASKED_YES || !m->partition.all_positions);
}

/* Returns the size of a task's scratch memory (norm_task_at()). */
static size_t task_bytes(const struct norm *m, int c)
{
    size_t row = arena_round((size_t)c * sizeof(real)),
           block = arena_round(epilogue_rows(c) * (size_t)c * sizeof(real)),
           doubles = arena_round((size_t)c * sizeof(double)), bytes = 7 * doubles + 4 * row + block;

    if (packs_rows(m) || m->scale != NORM_SCALE_VAR)
        bytes += row;
    if (packs_rows(m))
        bytes += arena_round(moment_rows(c) * (size_t)c * sizeof(real));
    if (m->scale != NORM_SCALE_VAR)
        bytes += row + block + doubles;
    if (m->learn_eps)
        bytes += doubles;
    return bytes;
}

/* Returns the number of tasks into which the items are split. elements: the number of elements of all items together. */
static int task_count(size_t items, size_t elements)
{
    size_t tasks = elements / TASK_ELEMENTS;

    tasks = tasks < TASKS ? tasks : TASKS;
    tasks = tasks < items ? tasks : items;
    return (int)max_size(1, tasks);
}

size_t norm_stat_positions(const struct norm *m, struct shape in)
{
    return m->partition.all_positions ? 1 : shape_positions(in);
}

static size_t count_chunks(size_t n, size_t chunk)
{
    return (n + chunk - 1) / chunk;
}

/* True when the batch is one slab, whose rows tasks share: a group has all positions and all samples of the batch, or
 * the statistics are the running ones. A slab of a norm within samples is never shared, even in a batch of one sample: a
 * sample must get the same bits alone and in a batch. */
static bool is_one_slab(const struct norm *m, bool from_running)
{
    return m->partition.all_positions && (m->partition.samples == NORM_ALL_SAMPLES || from_running);
}

void norm_book_memory(struct layer *l, struct norm *m, size_t max_n)
{
    struct shape in = l->in[0];
    size_t c = (size_t)in.c, positions = shape_positions(in), rows = max_n * positions;
    size_t chunk = m->partition.samples == NORM_ALL_SAMPLES ? max_n : (size_t)m->partition.samples;
    size_t slabs = count_chunks(max_n, chunk) * norm_stat_positions(m, in);
    size_t groups = slabs * (c / (size_t)m->partition.channels);
    size_t items = m->by_rows || m->running ? rows : slabs;

    m->center = layer_book_saved(l, groups * sizeof(real));
    m->mean_low = layer_book_saved(l, groups * sizeof(real));
    m->rstd = layer_book_saved(l, groups * sizeof(real));
    m->factor = layer_book_saved(l, m->adjust ? groups * sizeof(real) : 0);
    m->offset = layer_book_saved(l, m->adjust ? groups * sizeof(real) : 0);
    m->deviation = layer_book_saved(
        l, m->scale != NORM_SCALE_VAR ? groups * sizeof(struct norm_deviation) : 0);
    m->tasks = layer_book_scratch(l, (size_t)task_count(items, rows * c) * task_bytes(m, in.c));
    m->slab_moments =
        layer_book_scratch(l, m->running ? groups * sizeof(struct norm_batch_moments) : 0);
    m->slab_counts = layer_book_scratch(l, m->running ? slabs * sizeof(double) : 0);
    m->batch_averages = layer_book_scratch(
        l, m->running ? 2 * (c / (size_t)m->partition.channels) * sizeof(double) : 0);
    m->gamma_row = layer_book_scratch(l, m->shared_gamma ? c * sizeof(real) : 0);
}

/* Sets the items of the call and the number of tasks that share them. */
static void plan_tasks(struct norm_call *k)
{
    size_t n = (size_t)k->io->n, positions = k->positions;

    if (k->mask || k->stat_positions > 1) /* the split must not depend on padding */
        positions = shape_positions(k->layer->in[0]);
    k->item_rows = k->one_slab && k->mask ? k->positions : 1;
    if (k->one_slab || k->m->by_rows)
        k->items = n * k->positions / k->item_rows;
    else
        k->items = k->slabs;
    k->tasks = task_count(k->items, n * positions * (size_t)k->c);
    k->task_bytes = task_bytes(k->m, k->c);
}

static size_t samples_in_slab(const struct norm_call *k)
{
    if (k->own)
        return 1;
    return k->m->partition.samples == NORM_ALL_SAMPLES || k->from_running
               ? (size_t)k->io->n
               : (size_t)k->m->partition.samples;
}

const struct kernels *norm_statistics_kernels(const struct layer *l)
{
    /* Vector kernels compute squares in real, where the square of 1e-20 is subnormal and loses digits. That changes the
     * result only when eps, too, is below the smallest normal number. */
    return norm_of(l)->eps < REAL_MIN ? &kernels_plain : l->kernels;
}

bool norm_by_running(const struct norm *m, const struct io *io)
{
    bool usual_training = io->training && io->norm_stats == NORM_STATS_USUAL;

    return m->running && io->norm_stats != NORM_STATS_BATCH && !usual_training;
}

/* Returns gamma of each channel, [c], or NULL when the norm has none. */
static const real *gamma_of(const struct norm *m, const struct io *io, int c)
{
    real *row = io_scratch(io, m->gamma_row);

    if (m->gamma < 0)
        return NULL;
    if (!m->shared_gamma)
        return io->param + m->gamma;
    for (int i = 0; i < c; i++)
        row[i] = (real)(io->param[m->gamma] / sqrt(c));
    return row;
}

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io)
{
    const struct norm *m = norm_of(l);
    bool usual = io->norm_stats == NORM_STATS_USUAL;
    bool from_running = norm_by_running(m, io);
    bool adjusts = m->adjust && io->training && usual;
    bool keeps_moments = m->running && !from_running && (usual || io->averages);

    k->layer = l;
    k->m = m;
    k->kernels = l->kernels;
    k->statistics = norm_statistics_kernels(l);
    k->io = io;
    k->c = l->in[0].c;
    k->group_channels = m->partition.channels;
    k->groups = k->c / k->group_channels;
    k->positions = layer_positions(l, io);
    k->from_running = from_running;
    k->own = from_running && io->norm_stats == NORM_STATS_OWN && m->scale == NORM_SCALE_VAR;
    k->chunk = samples_in_slab(k);
    k->stat_positions = norm_stat_positions(m, l->in[0]);
    k->slabs = count_chunks((size_t)io->n, k->chunk) * k->stat_positions;
    k->one_slab = is_one_slab(m, k->from_running) && !k->own;
    /* A mask does not change groups of one position of one sample. */
    k->mask = m->masked == MASKED_YES && (!from_running || k->own) &&
                      (m->partition.all_positions || m->running)
                  ? io->mask
                  : NULL;
    plan_tasks(k);
    k->has_epilogue = l->epilogue.add || l->epilogue.activation;
    k->deviation =
        m->scale != NORM_SCALE_VAR && !k->from_running ? io_saved(io, m->deviation) : NULL;
    k->pass_rows = k->has_epilogue || k->deviation ? epilogue_rows(k->c)
                                                   : max_size(1, PASS_ELEMENTS / (size_t)k->c);
    k->moment_rows = moment_rows(k->c);
    k->gamma = gamma_of(m, io, k->c);
    k->beta = m->beta >= 0 ? io->param + m->beta : NULL;
    k->eps_l = m->eps_l >= 0 ? io->param + m->eps_l : NULL;
    k->center = io_saved(io, m->center);
    k->mean_low = io_saved(io, m->mean_low);
    k->rstd = io_saved(io, m->rstd);
    k->factor = adjusts ? io_saved(io, m->factor) : NULL;
    k->offset = adjusts ? io_saved(io, m->offset) : NULL;
    k->slab_moments = keeps_moments ? io_scratch(io, m->slab_moments) : NULL;
    k->slab_counts = keeps_moments ? io_scratch(io, m->slab_counts) : NULL;
    if (keeps_moments && io->round == ROUND_FIRST && !l->two_rounds) {
        k->slab_moments = norm_shared_moments(k, io->worker);
        k->slab_counts = norm_shared_counts(k, io->worker);
    }
    k->round = l->two_rounds && !from_running ? io->round : ROUND_ONLY;
    k->stream = (size_t)io->n * k->positions * (size_t)k->c * sizeof(real) >= STREAM_BYTES;
}

struct norm_task norm_task_at(const struct norm_call *k, int number)
{
    size_t c = (size_t)k->c, doubles = arena_round(c * sizeof(double)) / sizeof(double),
           reals = arena_round(c * sizeof(real)) / sizeof(real),
           block = arena_round(epilogue_rows(k->c) * c * sizeof(real)) / sizeof(real);
    double *d = io_scratch(k->io, k->m->tasks + (size_t)number * k->task_bytes);
    real *r = (real *)(void *)(d + 7 * doubles), *dy_block = r + 4 * reals,
         *zero = dy_block + block;
    bool scaled = k->m->scale != NORM_SCALE_VAR, packs = packs_rows(k->m);
    real *low = zero + reals, *signs = low + reals, *peak = signs + block,
         *packed = scaled ? peak + doubles * (sizeof(double) / sizeof(real)) : zero + reals;
    /* the last array in a task's memory */
    double *deps = d + k->task_bytes / sizeof(double) - doubles;

    return (struct norm_task){.total = {0, d, d + doubles},
                              .block = {0, d + 2 * doubles, d + 3 * doubles},
                              .sum_dy = d,
                              .sum_dyx = d + doubles,
                              .dgamma = d + 2 * doubles,
                              .dbeta = d + 3 * doubles,
                              .exact_scale = d + 4 * doubles,
                              .exact_shift = d + 5 * doubles,
                              .exact_slope = d + 6 * doubles,
                              .center = r,
                              .scale = r + reals,
                              .shift = r + 2 * reals,
                              .slope = r + 3 * reals,
                              .dy_block = dy_block,
                              .zero = packs || scaled ? zero : NULL,
                              .packed = packs ? packed : NULL,
                              .low = scaled ? low : NULL,
                              .signs = scaled ? signs : NULL,
                              .deps = k->eps_l ? deps : NULL,
                              .peak = scaled ? (double *)(void *)peak : NULL};
}

size_t norm_task_items(const struct norm_call *k, int number, size_t *count)
{
    size_t first = k->items * (size_t)number / (size_t)k->tasks,
           end = k->items * ((size_t)number + 1) / (size_t)k->tasks;

    *count = end - first;
    return first;
}

struct norm_slab norm_slab_at(const struct norm_call *k, size_t number)
{
    size_t sample = number / k->stat_positions * k->chunk, left = (size_t)k->io->n - sample,
           samples = left < k->chunk ? left : k->chunk, position = number % k->stat_positions;
    struct norm_slab u = {.first = sample * k->positions,
                          .rows = samples * k->positions,
                          .stride = 1,
                          .block_rows = k->pass_rows,
                          .first_group = number * (size_t)k->groups,
                          .position = position,
                          .number = number};

    if (!k->m->partition.all_positions) {
        u.first += position;
        u.rows = position < k->positions ? samples : 0;
        u.stride = k->positions;
        u.block_rows = u.stride == 1 ? k->pass_rows : 1;
    }
    return u;
}

int norm_slab_parts(const struct norm_call *k, const struct norm_slab *u)
{
    size_t positions = k->mask ? shape_positions(k->layer->in[0]) : k->positions,
           item_rows = k->mask ? k->positions : 1;

    if (!k->m->running || !k->m->partition.all_positions)
        return 1;
    return task_count(u->rows / item_rows, u->rows / k->positions * positions * (size_t)k->c);
}

struct norm_slab norm_slab_part(const struct norm_call *k, const struct norm_slab *u, int number,
                                int parts)
{
    size_t item_rows = k->mask ? k->positions : 1, items = u->rows / item_rows,
           first = items * (size_t)number / (size_t)parts,
           end = items * ((size_t)number + 1) / (size_t)parts;
    struct norm_slab part = *u;

    if (parts == 1)
        return part;
    part.first += first * item_rows;
    part.rows = (end - first) * item_rows;
    return part;
}

struct norm_slab norm_task_rows(const struct norm_call *k, int number)
{
    size_t count, first = norm_task_items(k, number, &count);

    return (struct norm_slab){.first = first * k->item_rows,
                              .rows = count * k->item_rows,
                              .stride = 1,
                              .block_rows = k->pass_rows};
}

double norm_count_rows(const struct norm_call *k, const struct norm_slab *u)
{
    size_t n = k->mask ? 0 : u->rows;

    for (size_t i = 0; k->mask && i < u->rows; i++)
        n += k->mask[u->first + i * u->stride] != 0;
    return (double)n;
}

bool norm_needs_double(double v)
{
    return !(v == 0 || (fabs(v) >= REAL_MIN && fabs(v) <= REAL_MAX));
}

/* Rounds v[n] to rounded[n]. Returns true when norm_needs_double() is true of a number of v. The first loop finds numbers
 * that may be unusual, and can be vectorized. */
ALSO_AVX2 static bool round_all(int n, const double *restrict v, real *restrict rounded)
{
    int unusual = 0;

    for (int i = 0; i < n; i++) {
        real r = (real)v[i], size = r < 0 ? -r : r;

        rounded[i] = r;
        unusual |= ((size <= REAL_MIN) & (v[i] != 0)) | !(size < REAL_MAX);
    }
    for (int i = 0; unusual && i < n; i++)
        if (norm_needs_double(v[i]))
            return true;
    return false;
}

void norm_round_coefficients(const struct norm_call *k, struct norm_task *p, bool backward)
{
    round_all(k->c, p->exact_shift, p->shift);
    p->exact = round_all(k->c, p->exact_scale, p->scale);
    if (backward)
        p->exact |= round_all(k->c, p->exact_slope, p->slope);
}
