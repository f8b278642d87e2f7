#include "train/loss.h"
#include <math.h>
#include <stdbool.h>

static bool is_wrong(int k, const real *z, int label)
{
    if (isnan(z[label]))
        return true;
    for (int j = 0; j < k; j++)
        if (isnan(z[j]) || z[j] > z[label] || (z[j] == z[label] && j < label))
            return true;
    return false;
}

struct loss_sum loss_softmax(int n, int k, const real *logits, const uint8_t *label, real *dlogits)
{
    struct loss_sum sum = {0, 0};

    for (int i = 0; i < n; i++) {
        const real *z = logits + (size_t)i * k;
        double top = z[0], total = 0;

        for (int j = 1; j < k; j++)
            top = z[j] > top ? z[j] : top;
        for (int j = 0; j < k; j++)
            total += exp(z[j] - top);
        sum.loss += log(total) - (z[label[i]] - top);
        sum.wrong += is_wrong(k, z, label[i]);
        for (int j = 0; dlogits && j < k; j++)
            dlogits[(size_t)i * k + j] = (real)((exp(z[j] - top) / total - (j == label[i])) / n);
    }
    return sum;
}
