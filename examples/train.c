/*
 * Trains a small network on two spirals with normlab's C library: dense, batchnorm, relu, dense; softmax cross-entropy and
 * plain gradient descent are written here.
 *
 *     cc train.c $(pkg-config --cflags --libs normlab) -lm -o train && ./train
 */
#include <math.h>
#include <normlab.h>
#include <stdio.h>
#include <stdlib.h>

enum { LAYERS = 4, BATCH = 64, CLASSES = 2, STEPS = 1500, WIDEST = 64 };

static struct nl_layer *net[LAYERS];
static nl_real activation[LAYERS + 1][BATCH * WIDEST]; /* activation[i] goes into net[i] */
static nl_real gradient[LAYERS + 1][BATCH * WIDEST];

/* Makes the layers in order. The output of each has the shape of the next one's input. */
static void make_net(void)
{
    static const char *const text[LAYERS] = {"dense 64", "batchnorm", "relu", "dense 2"};
    struct nl_setup setup = {.rank = 1, .shape = {2}, .max_n = BATCH};
    char message[NL_MESSAGE];

    for (int i = 0; i < LAYERS; i++) {
        setup.seed = i + 1;
        setup.feeds_norm = i == 0;
        net[i] = nl_layer_new(text[i], &setup, message);
        if (!net[i]) {
            fprintf(stderr, "%s: %s\n", text[i], message);
            exit(1);
        }
        setup.rank = nl_output_shape(net[i], setup.shape);
    }
}

/* Draws a batch of points near two spirals. label[i] is the spiral of point i, x[2 i] and x[2 i + 1] are its coordinates. */
static void draw_batch(nl_real *x, int *label)
{
    for (int i = 0; i < BATCH; i++) {
        double r = 0.1 + 0.9 * rand() / RAND_MAX, noise = 0.2 * rand() / RAND_MAX - 0.1;

        label[i] = rand() % CLASSES;
        x[2 * i] = r * cos(7 * r + 3.1416 * label[i] + noise);
        x[2 * i + 1] = r * sin(7 * r + 3.1416 * label[i] + noise);
    }
}

/* Returns the mean cross-entropy of softmax(y) and writes its gradient to dy. *right becomes the number of samples whose
 * class is predicted correctly. */
static double cross_entropy(const nl_real *y, const int *label, nl_real *dy, int *right)
{
    double loss = 0;

    *right = 0;
    for (int i = 0; i < BATCH; i++, y += CLASSES, dy += CLASSES) {
        double p = 1 / (1 + exp(y[0] - y[1])); /* of class 1 */

        loss -= log(label[i] ? p : 1 - p) / BATCH;
        dy[1] = (p - label[i]) / BATCH;
        dy[0] = -dy[1];
        *right += (p > 0.5) == label[i];
    }
    return loss;
}

/* Ends the program after a message when the result of nl_forward() or nl_backward() is not 0. */
static void check(const struct nl_layer *l, int result)
{
    if (result)
        fprintf(stderr, "%s\n", nl_error(l)), exit(1);
}

static void forward(int training)
{
    struct nl_call call = {.n = BATCH, .training = training};

    for (int i = 0; i < LAYERS; i++)
        check(net[i], nl_forward(net[i], &call, activation[i], activation[i + 1]));
}

static void backward(void)
{
    for (int i = LAYERS - 1; i >= 0; i--)
        check(net[i], nl_backward(net[i], gradient[i + 1], i > 0 ? gradient[i] : NULL));
}

static void update(double learning_rate)
{
    for (int i = 0; i < LAYERS; i++)
        for (int k = 0; k < nl_tensor_count(net[i]); k++) {
            struct nl_tensor t = nl_tensor(net[i], k);

            for (size_t j = 0; t.gradient && j < t.count; j++)
                t.value[j] -= learning_rate * t.gradient[j];
        }
}

int main(void)
{
    int label[BATCH], right;
    double loss;

    make_net();
    for (int step = 0; step <= STEPS; step++) {
        draw_batch(activation[0], label);
        forward(1);
        loss = cross_entropy(activation[LAYERS], label, gradient[LAYERS], &right);
        if (step % 250 == 0)
            printf("step %4d  loss %.3f  accuracy %3.0f %%\n", step, loss, 100.0 * right / BATCH);
        backward();
        update(0.5);
    }
    draw_batch(activation[0], label);
    forward(0); /* inference: by running statistics */
    cross_entropy(activation[LAYERS], label, gradient[LAYERS], &right);
    printf("inference  accuracy %.0f %%\n", 100.0 * right / BATCH);
    for (int i = 0; i < LAYERS; i++)
        nl_layer_free(net[i]);
    return 0;
}
