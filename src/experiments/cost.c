/* What a norm adds to the time of a step and of inference. */
#include "experiments/experiments.h"

#define NORMS  "norm=none,batchnorm,layernorm,groupnorm,instancenorm "
#define MLP    "panel=mlp net=\"mlp hidden=256-256\" norm=none,batchnorm,layernorm,groupnorm "
#define LENET  "panel=lenet net=lenet " NORMS
#define RESNET "panel=resnet net=\"resnet depth=8 width=16\" " NORMS

/* Few steps, all of full batches: medians over an epoch's steps do not need many. */
#define COMMON "optimizer=sgd lr=0.01 drop_last=1 test_count=320 epochs=3 "

#define SLIGHT(net, name, of_metric, when, norm_name)                                              \
    {                                                                                              \
        .id = "cost", .text = "in " name ", " norm_name " adds little to " when,                   \
        .source = "N2 N4", .a = "panel=" net " batch=32 norm=" norm_name,                          \
        .b = "panel=" net " batch=32 norm=none", .of.metric = of_metric, .kind = CLAIM_LESS,       \
        .ratio = true, .margin = 1.25                                                              \
    }

static const struct claim claims[] = {
    SLIGHT("mlp", "an MLP", METRIC_step_ms, "a training step of 32", "batchnorm"),
    SLIGHT("lenet", "LeNet", METRIC_step_ms, "a training step of 32", "batchnorm"),
    SLIGHT("resnet", "ResNet-8", METRIC_step_ms, "a training step of 32", "batchnorm"),
    SLIGHT("resnet", "ResNet-8", METRIC_step_ms, "a training step of 32", "layernorm"),
    SLIGHT("resnet", "ResNet-8", METRIC_inference_ms, "inference", "batchnorm"),
    {0},
};

static const struct table_request tables[] = {
    {.title = "A training step",
     .panels = "panel",
     .rows = "norm",
     .columns = "batch",
     .of.metric = METRIC_step_ms},
    {.title = "Inference, 32 images",
     .panels = "panel",
     .rows = "norm",
     .columns = "batch",
     .of.metric = METRIC_inference_ms},
    {0},
};

#define OVERHEAD(which, label, of_metric)                                                          \
    {                                                                                              \
        .name = which, .title = "Time added by a norm: " label, .x_label = "batch size",           \
        .y_label = "added time in %", .panels = "panel", .series = "norm", .x = "batch",           \
        .of.metric = of_metric, .y = FIGURE_OVERHEAD, .versus = "norm=none", .x_log = 2            \
    }

static const struct figure_request figures[] = {
    OVERHEAD("step", "a training step", METRIC_step_ms),
    OVERHEAD("forward", "forward, in training", METRIC_forward_ms),
    OVERHEAD("backward", "backward", METRIC_backward_ms),
    OVERHEAD("inference", "inference, 32 images", METRIC_inference_ms),
    {0},
};

const struct experiment experiment_cost = {
    .name = "cost",
    .version = 1,
    .title = "what a norm costs in time",
    .question = "By how many per cent does each norm lengthen a training step and inference?",
    .axis = {"panel", "net", "norm", "batch"},
    .exclusive = true,
    .preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic train_count=64 ",
                              {MLP "batch=8", LENET "batch=8", RESNET "batch=8"}},
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
