"""From a trained student to the files that ship: ONNX with eight-bit weights, heads, vocabulary."""

import gzip
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from accordingto.statements.trained.heads import Heads
from training.attribution.model import Reader
from training.attribution.plain import PlainEncoder
from training.syntax.head import SyntaxHead
from training.syntax.silver import Inventory

_NAMES = {"input_names": ["ids", "features", "firsts"], "output_names": ["vectors"]}
_FREE = {"ids": {0: "pieces"}, "features": {0: "pieces"}, "firsts": {0: "words"}}


def export_encoder(reader: Reader, out: Path) -> None:
    """Writes the encoder as ONNX, weights of all matrix products and embeddings in eight bits."""
    plain = PlainEncoder(reader).eval()
    sample = (torch.arange(1000, 1040), torch.zeros(40, dtype=torch.long), torch.arange(30))
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        torch.onnx.export(
            plain, sample, str(whole), dynamic_axes=_FREE, opset_version=17, dynamo=False, **_NAMES
        )
        quantize_dynamic(
            str(whole),
            str(out),
            weight_type=QuantType.QInt8,
            per_channel=True,
            # Seven bits: processors without the newest integer instructions add eight-bit products
            # in sixteen bits, and what overflows there would read differently here.
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    onnx.checker.check_model(str(out))


def export_heads(heads: Heads, out: Path) -> None:
    """Writes the heads' weights, two bytes each."""
    weights = {name: w.astype(np.float16) for name, w in heads.weights.items()}
    np.savez_compressed(out, **weights)


def export_syntax(head: SyntaxHead, inventory: Inventory, out: Path) -> None:
    """Writes the syntax head's weights, two bytes each, and its labels."""
    named = {name.removesuffix(".weight"): w for name, w in head.state_dict().items()}
    weights = {
        name.replace(".bias", "_bias"): w.numpy().astype(np.float16) for name, w in named.items()
    }
    labels = {name: np.array(found) for name, found in vars(inventory).items()}
    np.savez_compressed(out, **weights, **labels)


def export_vocabulary(lines: Path, out: Path) -> None:
    """Writes the vocabulary in the order of its ids, one sub-word a line, compressed."""
    out.write_bytes(gzip.compress(lines.read_bytes(), mtime=0))
