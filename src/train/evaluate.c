#include "base/median.h"
#include "base/system/clock.h"
#include "train/session.h"
#include <math.h>

/* ---- losses and errors ---- */

/* The forward pass in inference mode on samples [first, first + n), n <= EVAL_BATCH, of a split. */
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

/* Mean loss and error in per cent of samples [first, first + n) of a split; left alone when n is 0. */
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

/* ---- the net ---- */

/* Calls f for each parameter tensor of a role, in the order of the net's text; v, dv: its values and gradients. */
static void each_param(const struct net *n, enum param_role role,
                       void (*f)(void *context, size_t count, const real *v, const real *dv),
                       void *context)
{
    for (int i = 0; i < n->layers; i++) {
        const struct node *k = net_node(n, i);

        for (int j = 0; k && j < k->layer.params; j++) {
            const struct param *p = &k->layer.param[j];
            size_t at = k->param_at + p->offset;

            if (p->role == role)
                f(context, p->count, n->param + at, n->dparam + at);
        }
    }
}

struct sums {
    double count, sum, mean, squares; /* squares: of the differences from the mean */
};

static void add_values(void *context, size_t count, const real *v, const real *dv)
{
    struct sums *s = context;

    (void)dv;
    s->count += (double)count;
    for (size_t i = 0; i < count; i++)
        s->sum += v[i];
}

static void add_squares(void *context, size_t count, const real *v, const real *dv)
{
    struct sums *s = context;

    (void)dv;
    for (size_t i = 0; i < count; i++)
        s->squares += (v[i] - s->mean) * (v[i] - s->mean);
}

/* Mean and population standard deviation over all parameters of a role; NaN when the net has none. */
static void param_moments(const struct net *n, enum param_role role, double *mean, double *sd)
{
    struct sums s = {0};

    each_param(n, role, add_values, &s);
    s.mean = s.sum / s.count;
    each_param(n, role, add_squares, &s);
    *mean = s.mean;
    *sd = sqrt(s.squares / s.count);
}

struct ends {
    bool any;
    double first, last; /* norms */
};

static void note_gradient(void *context, size_t count, const real *v, const real *dv)
{
    struct ends *e = context;
    double squares = 0;

    (void)v;
    for (size_t i = 0; i < count; i++)
        squares += (double)dv[i] * (double)dv[i];
    e->last = sqrt(squares);
    if (!e->any)
        e->first = e->last;
    e->any = true;
}

double gradient_ratio(const struct net *n)
{
    struct ends e = {0};

    each_param(n, PARAM_WEIGHT, note_gradient, &e);
    return e.any && e.last > 0 ? e.first / e.last : NAN;
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
    param_moments(&t->net, PARAM_GAMMA, AT(gamma_mean), AT(gamma_sd));
    param_moments(&t->net, PARAM_BETA, AT(beta_mean), AT(beta_sd));
#undef AT
    if (t->sequences)
        padding_point(t, point);
}
