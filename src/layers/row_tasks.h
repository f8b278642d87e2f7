/* For passes that process each row of the input and sum over all rows, as for the gradient of a parameter that all rows
 * share. A row is the C channels of one position of one sample; a task has some neighbouring rows. The number of tasks
 * depends on the shape only. The sums of the tasks, in double, are added in the order of the rows. So results do not
 * depend on the number of threads. */
#ifndef NORMLAB_LAYERS_ROW_TASKS_H
#define NORMLAB_LAYERS_ROW_TASKS_H

#include "layers/layer.h"

/* One task: the rows [first, end) of the call, counted over all samples. It adds to sum[width], which starts as 0. */
typedef void row_task(const struct layer *l, const struct io *io, size_t first, size_t end,
                      double *sum);

/* Books scratch memory for row_tasks_run() with this width. Returns its offset. */
size_t row_tasks_book(struct layer *l, int width);

/* Runs the task on all rows; threads share the work. Returns the sums [width], which are in the scratch memory that
 * was booked. With width = 0, no scratch is used and sum is NULL. */
const double *row_tasks_run(const struct layer *l, const struct io *io, row_task *task,
                            size_t scratch, int width);

#endif
