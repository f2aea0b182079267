"""python test_kit.py: what must hold before you submit. Add tests of your own."""

import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent / "entry"))

import model
from bundle import read_bundle

bundle = read_bundle()


class Kit(unittest.TestCase):
    def test_no_mouse_of_the_train_rows_is_in_another_split_unless_the_challenge_says_so(self):
        if "subject" not in bundle.definition["leakage"]["forbid_shared"]:
            self.skipTest("this challenge tests on mice that are trained on")
        for other in (bundle.validation, bundle.test):
            self.assertEqual(set(bundle.train.subjects) & set(other.subjects), set())

    def test_every_row_gets_a_finite_prediction(self):
        fitted = model.fit(bundle.train.input, bundle.train.truth, bundle.types)
        predicted = model.predict(fitted, bundle.test.input, bundle.types)
        for column in bundle.types:
            self.assertEqual(predicted[column].shape, bundle.test.row_ids.shape)
            self.assertTrue(np.isfinite(predicted[column]).all())

    def test_a_prediction_depends_on_its_own_row_alone(self):
        fitted = model.fit(bundle.train.input, bundle.train.truth, bundle.types)
        together = model.predict(fitted, bundle.test.input, bundle.types)
        alone = model.predict(fitted, bundle.test.input[:1], bundle.types)
        for column in bundle.types:
            self.assertAlmostEqual(together[column][0], alone[column][0])

    def test_training_twice_gives_the_same_model(self):
        first, second = (model.fit(bundle.train.input, bundle.train.truth, bundle.types) for _ in range(2))
        for name, values in first.items():
            np.testing.assert_array_equal(values, second[name])


if __name__ == "__main__":
    unittest.main()
