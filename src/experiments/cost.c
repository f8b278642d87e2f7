/* What a norm adds to the time of a step and of inference. A norm applies the activation that follows it
 * in its own pass, and its layer has no bias; without it, bias and activation are passes of their own. So
 * what is added may be less than nothing. */
#include "experiments/experiment.h"

#define NORMS "norm=none,batchnorm,layernorm,\"groupnorm groups=4\",instancenorm "
#define MLP                                                                                        \
    "panel=mlp net=\"mlp hidden=256-256\" norm=none,batchnorm,layernorm,\"groupnorm groups=4\" "
#define LENET  "panel=lenet net=lenet " NORMS
#define RESNET "panel=resnet net=\"resnet depth=8 width=16\" " NORMS

/* Few steps, all of full batches: medians over an epoch's steps do not need many. */
#define COMMON "optimizer=sgd lr=0.01 drop_last=1 test_count=320 epochs=3 "

#define SLIGHT(net, name, of_metric, when, norm, norm_name)                                        \
    {                                                                                              \
        .id = "cost",                                                                              \
        .text = when " of " name " takes at most a little longer with " norm_name " than without", \
        .source = "N2 N4", .a = "panel=" net " batch=32 norm=" norm,                               \
        .b = "panel=" net " batch=32 norm=none", .of.metric = of_metric, .kind = CLAIM_LESS,       \
        .ratio = true, .margin = 1.25                                                              \
    }

#define STEP(net, name, norm, norm_name)                                                           \
    SLIGHT(net, name, METRIC_step_ms, "a training step on 32 images", norm, norm_name),            \
        SLIGHT(net, name, METRIC_forward_ms, "the forward pass in training on 32 images", norm,    \
               norm_name),                                                                         \
        SLIGHT(net, name, METRIC_backward_ms, "the backward pass on 32 images", norm, norm_name),  \
        SLIGHT(net, name, METRIC_inference_ms, "inference on 32 images", norm, norm_name)

static const struct claim claims[] = {
    STEP("mlp", "an MLP", "batchnorm", "BatchNorm"),
    STEP("lenet", "LeNet", "batchnorm", "BatchNorm"),
    STEP("resnet", "ResNet-8", "batchnorm", "BatchNorm"),
    STEP("resnet", "ResNet-8", "layernorm", "LayerNorm"),
    {0},
};

#define TIMES(heading, of_metric)                                                                  \
    {                                                                                              \
        .title = heading, .panels = "panel", .rows = "norm", .columns = "batch", .of = {           \
            .metric = of_metric                                                                    \
        }                                                                                          \
    }

static const struct table_request tables[] = {
    TIMES("A training step", METRIC_step_ms),
    TIMES("Forward, in training", METRIC_forward_ms),
    TIMES("Backward", METRIC_backward_ms),
    {.title = "Inference, 32 images",
     .only = "batch=32",
     .rows = "norm",
     .columns = "panel",
     .of.metric = METRIC_inference_ms},
    {0},
};

#define OVERHEAD(which, label, of_metric)                                                          \
    {                                                                                              \
        .name = which, .title = "Time added by a norm: " label, .x_label = "batch size",           \
        .y_label = "added time in %", .panels = "panel", .series = "norm", .x = "batch",           \
        .of.metric = of_metric, .y = FIGURE_OVERHEAD, .baseline = "norm=none", .x_log = 2            \
    }

static const struct figure_request figures[] = {
    OVERHEAD("step", "a training step", METRIC_step_ms),
    OVERHEAD("forward", "forward, in training", METRIC_forward_ms),
    OVERHEAD("backward", "backward", METRIC_backward_ms),
    {.name = "inference",
     .title = "Time added by a norm: inference, 32 images",
     .x_label = "net",
     .y_label = "added time in %",
     .only = "batch=32",
     .series = "norm",
     .x = "panel",
     .of.metric = METRIC_inference_ms,
     .y = FIGURE_OVERHEAD,
     .baseline = "norm=none",
     .bars = true},
    {0},
};

const struct experiment experiment_cost = {
    .plan.name = "cost",
    .plan.version = 1,
    .plan.title = "what a norm costs in time",
    .plan.question = "By how many per cent does each norm lengthen a training step and inference?",
    .plan.axis = {"panel", "net", "norm", "batch"},
    .plan.exclusive = true,
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic train_count=64 ",
                              {MLP "batch=8,32", LENET "batch=32", RESNET "batch=32"}},
            [PRESET_DEMO] = {"demo",
                             "three rounds: at most 3 minutes on a quiet machine",
                             "0-2",
                             COMMON "data=fashion-mnist ",
                             {MLP "batch=2,8 train_count=1000", MLP "batch=32,128 train_count=5120",
                              LENET "batch=2,8 train_count=320",
                              LENET "batch=32,128 train_count=1280",
                              RESNET "batch=2,8 train_count=160",
                              RESNET "batch=32,128 train_count=640"}},
            [PRESET_PAPER] = {"paper",
                              "ten rounds",
                              "0-9",
                              COMMON "data=fashion-mnist ",
                              {MLP "batch=2,4,8,16 train_count=1600",
                               MLP "batch=32,64,128 train_count=5120",
                               LENET "batch=2,4,8,16 train_count=640",
                               LENET "batch=32,64,128 train_count=2560",
                               RESNET "batch=2,4,8,16 train_count=320",
                               RESNET "batch=32,64,128 train_count=1280"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
