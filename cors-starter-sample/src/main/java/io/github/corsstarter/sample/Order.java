package io.github.corsstarter.sample;

/**
 * An order.
 *
 * @param id what the shop knows it by
 * @param item what was ordered
 * @param quantity how many
 */
record Order(long id, String item, int quantity) {

	/**
	 * What a client sends: an order that has no number of its own.
	 *
	 * @param item what is ordered
	 * @param quantity how many
	 */
	record Draft(String item, int quantity) {

		Order withId(long id) {
			return new Order(id, this.item, this.quantity);
		}

	}

}
