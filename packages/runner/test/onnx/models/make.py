"""Makes the models of this folder and, beside each, what its own library predicts with it.

Needs scikit-learn, skl2onnx, torch and onnxscript: python make.py
"""

import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from skl2onnx import to_onnx
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingClassifier, RandomForestRegressor
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

warnings.filterwarnings("ignore")
here = Path(__file__).parent
random = np.random.default_rng(1425)
torch.manual_seed(1425)

# rows of 3 frames x 2 regions, whose first number tells the label
labels = random.integers(0, 2, 80)
inputs = random.random((80, 3, 2)).astype(np.float32)
inputs[:, 0, 0] += labels
flat = inputs.reshape(len(inputs), -1)
numbers = np.stack([flat[:, 0] - flat[:, 1], flat[:, 2], flat.sum(1)], 1)
shown = 12


def keep(name, model, predictions, columns):
    path = here / f"{name}.onnx"
    if model is not None:
        path.write_bytes(model)
    forget_where(path)
    facts = {
        "columns": columns,
        "input": inputs[:shown].ravel().tolist(),
        "predictions": np.asarray(predictions[:shown], dtype=float).reshape(shown, -1).tolist(),
    }
    (here / f"{name}.json").write_text(json.dumps(facts) + "\n")


def forget_where(path):
    """PyTorch writes the places of source files into a model; those of whoever ran this script are nobody's business."""
    model = onnx.load(path)
    for part in [model, model.graph, *model.graph.node, *model.graph.input, *model.graph.output, *model.graph.value_info]:
        if hasattr(part, "metadata_props"):
            part.ClearField("metadata_props")
        part.ClearField("doc_string")
    path.write_bytes(model.SerializeToString())


def sklearn_models():
    classifiers = {
        "sklearn-logistic": make_pipeline(StandardScaler(), LogisticRegression()),
        "sklearn-boosting": GradientBoostingClassifier(n_estimators=8, random_state=0),
        "sklearn-mlp": MLPClassifier((8,), max_iter=200, random_state=0),
        "sklearn-svc": SVC(probability=True, random_state=0),
    }
    for name, model in classifiers.items():
        model.fit(flat, labels)
        proba = model.predict_proba(flat)[:, 1]
        # the first as skl2onnx makes it when nothing is asked for: probabilities as a list of dictionaries
        options = {} if name == "sklearn-logistic" else {"zipmap": False}
        keep(name, to_onnx(model, flat[:1], options={id(model): options}).SerializeToString(), proba, ["pulled"])
    regressors = {"sklearn-ridge": make_pipeline(PCA(4), Ridge()), "sklearn-forest": RandomForestRegressor(5, max_depth=4, random_state=0)}
    for name, model in regressors.items():
        model.fit(flat, numbers)
        keep(name, to_onnx(model, flat[:1]).SerializeToString(), model.predict(flat), ["lever", "paw", "pupil"])


class Convolution(torch.nn.Module):
    """Over frames, then a sum: what the strong baselines of the field look like, in small."""

    def __init__(self):
        super().__init__()
        self.convolve = torch.nn.Conv1d(2, 4, 3, padding=1)
        self.norm = torch.nn.BatchNorm1d(4)
        self.head = torch.nn.Linear(4, 1)

    def forward(self, x):
        return torch.sigmoid(self.head(torch.relu(self.norm(self.convolve(x.transpose(1, 2)))).mean(2)))


class Recurrent(torch.nn.Module):
    """A GRU over frames and a layer norm, three numbers out."""

    def __init__(self):
        super().__init__()
        self.recur = torch.nn.GRU(2, 5, batch_first=True)
        self.norm = torch.nn.LayerNorm(5)
        self.head = torch.nn.Linear(5, 3)

    def forward(self, x):
        return self.head(self.norm(self.recur(x)[0][:, -1]))


class Attention(torch.nn.Module):
    """One encoder layer of a transformer."""

    def __init__(self):
        super().__init__()
        self.up = torch.nn.Linear(2, 8)
        self.layer = torch.nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True)
        self.head = torch.nn.Linear(8, 1)

    def forward(self, x):
        return torch.sigmoid(self.head(self.layer(self.up(x)).mean(1)))


def torch_models():
    example = torch.from_numpy(inputs[:2])
    models = {"torch-convolution": (Convolution(), True), "torch-recurrent": (Recurrent(), False), "torch-attention": (Attention(), True)}
    for name, (model, dynamo) in models.items():
        model.eval()
        path = here / f"{name}.onnx"
        axes = {"dynamic_shapes": ({0: torch.export.Dim("batch")},)} if dynamo else {"dynamic_axes": {"x": {0: "batch"}}}
        torch.onnx.export(model, (example,), str(path), input_names=["x"], external_data=False, opset_version=18, dynamo=dynamo, **axes)
        with torch.no_grad():
            predicted = model(torch.from_numpy(inputs)).numpy()
        keep(name, None, predicted, ["pulled"] if predicted.shape[1] == 1 else ["lever", "paw", "pupil"])
    # exported with nothing but an example of one row: the batch size is fixed to 1
    one = Convolution().eval()
    torch.onnx.export(one, (torch.from_numpy(inputs[:1]),), str(here / "torch-one-row.onnx"), dynamo=False, opset_version=17)
    with torch.no_grad():
        keep("torch-one-row", None, one(torch.from_numpy(inputs)).numpy(), ["pulled"])


sklearn_models()
torch_models()
