#include "base/median.h"
#include "base/system/clock.h"
#include "train/session.h"
#include <math.h>

/* Runs a forward pass in inference mode on the samples [first, first + n) of a split, n <= EVAL_BATCH, and returns
 * their loss. Records the time of the pass if the batch is full. */
static struct loss_sum evaluate_batch(struct trial *t, const struct split *split, int first, int n)
{
    int32_t index[EVAL_BATCH];
    double start;

    for (int i = 0; i < n; i++)
        index[i] = first + i;
    session_fill(t, split, n, index, false, 0);
    start = clock_seconds();
    net_forward(&t->net, n, false, 0);
    if (n == EVAL_BATCH)
        t->pass_s[t->passes++] = clock_seconds() - start;
    return session_loss(t, n, NULL);
}

/* Sets *loss to the mean loss of the samples [first, first + n) of a split, and *wrong to their error in per cent.
 * Leaves both unchanged when n is 0, and *wrong for a regression set. */
static void evaluate(struct trial *t, const struct split *split, int first, int n, double *loss,
                     double *wrong)
{
    struct loss_sum sum = {0, 0};

    for (int i = 0; i < n; i += EVAL_BATCH) {
        struct loss_sum batch =
            evaluate_batch(t, split, first + i, n - i < EVAL_BATCH ? n - i : EVAL_BATCH);

        sum.loss += batch.loss;
        sum.wrong += batch.wrong;
    }
    if (n > 0)
        *loss = sum.loss / n;
    if (n > 0 && !t->target)
        *wrong = 100.0 * sum.wrong / n;
}

void evaluate_point(struct trial *t, int point)
{
#define AT(metric) (&t->result->curve[METRIC_##metric][point])
    t->passes = 0;
    evaluate(t, &t->train, t->train_n, t->val_n, AT(val_loss), AT(val_error));
    evaluate(t, &t->test, 0, t->test_n, AT(test_loss), AT(test_error));
    evaluate(t, &t->train, 0, t->fit_n, AT(fit_loss), AT(fit_error));
    *AT(gap) = *AT(test_error) - *AT(fit_error);
    *AT(inference_ms) = 1e3 * median(t->pass_s, t->passes);
    parameter_moments(&t->net, PARAM_GAMMA, AT(gamma_mean), AT(gamma_sd));
    parameter_moments(&t->net, PARAM_BETA, AT(beta_mean), AT(beta_sd));
#undef AT
    if (t->sequences)
        padding_point(t, point);
}
