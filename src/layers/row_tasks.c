#include "layers/row_tasks.h"
#include "base/system/parallel.h"
#include <string.h>

enum {
    TASKS = 64, /* the largest number of tasks, which limits the scratch memory */
    VALUES =
        1
        << 13, /* the smallest number of values in a task: threads gain nothing from smaller ones */
};

size_t row_tasks_book(struct layer *l, int width)
{
    return layer_book_scratch(l, TASKS * (size_t)width * sizeof(double));
}

/* The context of the tasks. */
struct work {
    const struct layer *layer;
    const struct io *io;
    row_task *task;
    size_t rows; /* in each task but the last */
    double *sum; /* [tasks][width] */
    int width;
};

static void run(void *context, size_t first, size_t end)
{
    const struct work *w = context;
    double *sum = w->width ? w->sum + first / w->rows * (size_t)w->width : NULL;

    if (sum)
        memset(sum, 0, (size_t)w->width * sizeof *sum);
    w->task(w->layer, w->io, first, end, sum);
}

static size_t divide_up(size_t a, size_t b)
{
    return (a + b - 1) / b;
}

const double *row_tasks_run(const struct layer *l, const struct io *io, row_task *task,
                            size_t scratch, int width)
{
    size_t all = layer_rows(l, io), least = divide_up(VALUES, (size_t)l->in[0].c),
           rows = divide_up(all, TASKS);
    struct work w = {l, io, task, rows > least ? rows : least, NULL, width};

    if (width)
        w.sum = io_scratch(io, scratch);
    parallel_blocks(io->threads, all, w.rows, run, &w);
    for (size_t t = 1; width && t < divide_up(all, w.rows); t++)
        for (int i = 0; i < width; i++)
            w.sum[i] += w.sum[t * (size_t)width + (size_t)i];
    return w.sum;
}
