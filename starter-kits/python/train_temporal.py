"""python train_temporal.py: a small network over time, in PyTorch; writes model.onnx, which can be submitted as it is.

Needs PyTorch: python -m pip install torch onnx
"""

import inspect
import sys

import numpy as np

from bundle import read_bundle, write_predictions
from local_score import local_score

try:
    import torch
except ImportError:
    raise SystemExit("This needs PyTorch: python -m pip install torch onnx")

SEED = 1
EPOCHS = 60
KERNEL_FRAMES = 9  # 0.3 s

torch.manual_seed(SEED)
torch.set_num_threads(1)  # sums in one order: the same numbers every time

bundle = read_bundle(sys.argv[1] if len(sys.argv) > 1 else "bundle")
columns = list(bundle.types)
binary = torch.tensor([bundle.types[column] == "binary" for column in columns])


class Temporal(torch.nn.Module):
    """Standardised regions -> filters over time -> what is positive of their answers -> a value a truth column."""

    def __init__(self, train_input: np.ndarray, truth: torch.Tensor):
        super().__init__()
        regions = train_input.shape[-1]
        rows = train_input.reshape(-1, regions)
        # fitted on the train rows, and part of the model: whoever runs it need not standardise anything
        self.register_buffer("mean", torch.tensor(rows.mean(axis=0), dtype=torch.float32))
        self.register_buffer("spread", torch.tensor(rows.std(axis=0) + 1e-9, dtype=torch.float32))
        # numbers are learnt with mean 0 and spread 1; 0 and 1 stay
        known = [values[torch.isfinite(values)] for values in truth.T]
        number = ~binary
        self.register_buffer("truth_mean", torch.stack([values.mean() for values in known]) * number)
        self.register_buffer("truth_spread", torch.stack([values.std() for values in known]) * number + binary * 1.0)
        self.filters = torch.nn.Conv1d(regions, 8, KERNEL_FRAMES, stride=3)
        steps = (train_input.shape[-2] - KERNEL_FRAMES) // 3 + 1
        self.dropout = torch.nn.Dropout(0.5)
        self.output = torch.nn.Linear(8 * steps, len(columns))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if values.dim() > 3:  # learning-day gives 40 windows a row
            values = values.mean(dim=1)
        standardised = (values - self.mean) / self.spread
        filtered = torch.relu(self.filters(standardised.transpose(1, 2)))
        scores = self.output(self.dropout(filtered.flatten(1)))
        return torch.where(binary, torch.sigmoid(scores), scores * self.truth_spread + self.truth_mean)


def loss(predicted: torch.Tensor, truth: torch.Tensor, spread: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of binary columns, squared error of numbers in spreads; a value that is missing counts for nothing."""
    known = torch.isfinite(truth)
    safe = torch.where(known, truth, torch.zeros_like(truth))
    clipped = predicted.clamp(1e-6, 1 - 1e-6)
    entropy = -(safe * clipped.log() + (1 - safe) * (1 - clipped).log())
    each = torch.where(binary, entropy, ((predicted - safe) / spread) ** 2)
    return each[known].mean()


def predict(model: Temporal, values: np.ndarray) -> "dict[str, np.ndarray]":
    model.eval()
    with torch.no_grad():
        found = model(torch.from_numpy(values)).numpy().astype(float)
    return {column: found[:, i] for i, column in enumerate(columns)}


train, validation, test = bundle.train, bundle.validation, bundle.test
inputs = torch.from_numpy(train.input)
truth = torch.tensor(np.stack([train.truth[column] for column in columns], axis=1), dtype=torch.float32)
model = Temporal(train.input, truth)
optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.1)
for epoch in range(EPOCHS):
    model.train()
    for batch in torch.randperm(len(inputs)).split(32):
        optimizer.zero_grad()
        loss(model(inputs[batch]), truth[batch], model.truth_spread).backward()
        optimizer.step()

on_validation = predict(model, validation.input)
score = local_score(bundle.definition, validation, on_validation)
if score is not None:
    print(f"validation {bundle.definition['metrics']['primary']}: {score:.3f}")
write_predictions("predictions.csv", [(validation, on_validation), (test, predict(model, test.input))])

# newer versions export another way unless they are told not to, and that way needs more packages
way = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
names = {"input_names": ["input"], "output_names": ["predictions"]}
sizes = {"dynamic_axes": {"input": {0: "row"}, "predictions": {0: "row"}}}
torch.onnx.export(model.eval(), (inputs[:2],), "model.onnx", opset_version=16, **names, **sizes, **way)
print("wrote predictions.csv and model.onnx")
