#include "train/loss.h"
#include <math.h>

bool loss_is_wrong(int k, const real *z, int label)
{
    if (isnan(z[label]))
        return true;
    for (int j = 0; j < k; j++)
        if (isnan(z[j]) || z[j] > z[label] || (z[j] == z[label] && j < label))
            return true;
    return false;
}

/* Sets probability[k] to softmax(v). Returns -log(probability[label]). */
static double softmax(int k, const double *v, int label, double *probability)
{
    double top = v[0], total = 0;

    for (int j = 1; j < k; j++)
        top = v[j] > top ? v[j] : top;
    for (int j = 0; j < k; j++)
        total += probability[j] = exp(v[j] - top);
    for (int j = 0; j < k; j++)
        probability[j] /= total;
    return log(total) - (v[label] - top);
}

/* Returns log(1 / (1 + exp(-z))), by one of two equal formulas, so that exp() does not overflow for any z. */
static double log_sigmoid(double z)
{
    return z >= 0 ? -log1p(exp(-z)) : z - log1p(exp(z));
}

/* Returns the derivative of log_sigmoid(), 1 - sigmoid(z), without the subtraction, which would give 0 for z > 37. */
static double log_sigmoid_slope(double z)
{
    return 1 / (1 + exp(z));
}

/* Computes loss_sigmoid() if `sigmoid`, else loss_softmax(). The gradient is that of the mean over `batch` samples. */
static struct loss_sum cross_entropy(bool sigmoid, int n, int batch, int k, const real *logits,
                                     const uint8_t *label, real *dlogits)
{
    struct loss_sum sum = {0, 0};
    double v[LOSS_CLASSES], probability[LOSS_CLASSES];

    for (int i = 0; i < n; i++) {
        const real *z = logits + (size_t)i * k;

        for (int j = 0; j < k; j++)
            v[j] = sigmoid ? log_sigmoid(z[j]) : z[j];
        sum.loss += softmax(k, v, label[i], probability);
        sum.wrong += loss_is_wrong(k, z, label[i]);
        for (int j = 0; dlogits && j < k; j++) {
            double slope = sigmoid ? log_sigmoid_slope(z[j]) : 1;

            dlogits[(size_t)i * k + j] = (real)((probability[j] - (j == label[i])) * slope / batch);
        }
    }
    return sum;
}

struct loss_sum loss_softmax(int n, int k, const real *logits, const uint8_t *label, real *dlogits)
{
    return cross_entropy(false, n, n, k, logits, label, dlogits);
}

struct loss_sum loss_sigmoid(int n, int k, const real *logits, const uint8_t *label, real *dlogits)
{
    return cross_entropy(true, n, n, k, logits, label, dlogits);
}

/* As loss_mse(), with the gradient of the mean over `batch` samples. */
static struct loss_sum squared_error(int n, int batch, int k, const real *y, const real *target,
                                     real *dy)
{
    struct loss_sum sum = {0, 0};
    size_t count = (size_t)n * (size_t)k;

    for (size_t i = 0; i < count; i++) {
        double difference = (double)y[i] - (double)target[i];

        sum.loss += difference * difference / k;
        if (dy)
            dy[i] = (real)(2 * difference / ((double)batch * k));
    }
    return sum;
}

struct loss_sum loss_mse(int n, int k, const real *y, const real *target, real *dy)
{
    return squared_error(n, n, k, y, target, dy);
}

struct loss_sum loss_part(enum loss_kind kind, int n, int batch, int k, const real *y,
                          const uint8_t *label, const real *target, real *dy)
{
    if (kind == LOSS_MSE)
        return squared_error(n, batch, k, y, target, dy);
    return cross_entropy(kind == LOSS_SIGMOID, n, batch, k, y, label, dy);
}
